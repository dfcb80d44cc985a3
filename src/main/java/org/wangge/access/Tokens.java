package org.wangge.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Gives and reads the tokens that say who asks (JWT): our own, signed with a key that all nodes
/// share, and those of other issuers that were configured. No token holds anything personal.
@Component
public class Tokens {
    private static final String SESSION = "sid";
    private static final int LONGEST = 8_192;
    private static final int KNOWN = 20_000;

    private final SigningKeys keys;
    private final Standings standings;
    private final AccessSettings settings;
    private final Map<String, TokenIssuer> others;
    private final Clock clock;

    /// What tokens of our own say whose signature is good: the same one comes with each request, and to
    /// check it anew costs more than a small query.
    private final Cache<String, Claims> known =
            Caffeine.newBuilder().maximumSize(KNOWN).build();

    Tokens(
            SigningKeys keys,
            Standings standings,
            AccessSettings settings,
            ObjectProvider<TokenIssuer> others,
            Clock clock) {
        this.keys = keys;
        this.standings = standings;
        this.settings = settings;
        this.others = others.stream().collect(Collectors.toMap(TokenIssuer::issuer, Function.identity()));
        this.clock = clock;
    }

    /// A new token for a session of an account.
    public Mono<AccessToken> issue(UUID accountId, UUID sessionId) {
        return keys.current().map(key -> issue(accountId, sessionId, key));
    }

    /// Who the token names, if it is good now.
    ///
    /// @throws Fault TOKEN_INVALID, TOKEN_EXPIRED, TOKEN_WRONG_ISSUER, TOKEN_WRONG_AUDIENCE or TOKEN_REVOKED
    public Mono<Claims> verify(String token) {
        return Mono.defer(() -> read(token))
                .flatMap(claims -> standings.of(claims).thenReturn(claims));
    }

    private Mono<Claims> read(String token) {
        var claims = known.getIfPresent(token);
        return claims == null ? checked(token) : Mono.just(claims);
    }

    private Mono<Claims> checked(String token) {
        var jwt = parsed(token);
        var issuer = claimsOf(jwt).getIssuer();
        if (settings.issuer().equals(issuer)) {
            return own(jwt).doOnNext(claims -> known.put(token, claims));
        }
        var other = issuer == null ? null : others.get(issuer);
        return other == null ? Mono.error(new Fault(FaultCode.TOKEN_WRONG_ISSUER)) : other.verify(token);
    }

    private AccessToken issue(UUID accountId, UUID sessionId, SigningKeys.Key key) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expiresAt = now.plus(settings.accessToken());
        var claims = new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .audience(settings.audience())
                .subject(accountId.toString())
                .claim(SESSION, sessionId.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(Integer.toString(key.id()))
                .build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new MACSigner(key.secret()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new AccessToken(jwt.serialize(), expiresAt);
    }

    private Mono<Claims> own(SignedJWT jwt) {
        return keys.find(keyOf(jwt))
                .filter(key -> isSignedWith(key, jwt))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.TOKEN_INVALID)))
                .map(key -> trusted(claimsOf(jwt)));
    }

    private Claims trusted(JWTClaimsSet claims) {
        if (!claims.getAudience().contains(settings.audience())) {
            throw new Fault(FaultCode.TOKEN_WRONG_AUDIENCE);
        }
        try {
            return new Claims(
                    UUID.fromString(claims.getSubject()),
                    UUID.fromString(Objects.requireNonNull(claims.getStringClaim(SESSION))),
                    expiryOf(claims));
        } catch (ParseException | IllegalArgumentException | NullPointerException odd) {
            throw new Fault(FaultCode.TOKEN_INVALID);
        }
    }

    private static Instant expiryOf(JWTClaimsSet claims) {
        var at = claims.getExpirationTime();
        if (at == null) {
            throw new Fault(FaultCode.TOKEN_INVALID);
        }
        return at.toInstant();
    }

    /// Only HS256: what a token says of its algorithm decides nothing.
    private static boolean isSignedWith(SigningKeys.Key key, SignedJWT jwt) {
        try {
            return JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
                    && jwt.verify(new MACVerifier(key.secret()));
        } catch (JOSEException unfit) {
            return false;
        }
    }

    private static int keyOf(SignedJWT jwt) {
        @Nullable String id = jwt.getHeader().getKeyID();
        if (id == null || !id.matches("\\d{1,9}")) {
            throw new Fault(FaultCode.TOKEN_INVALID);
        }
        return Integer.parseInt(id);
    }

    private static SignedJWT parsed(String token) {
        if (token.length() > LONGEST) {
            throw new Fault(FaultCode.TOKEN_INVALID);
        }
        try {
            if (JWTParser.parse(token) instanceof SignedJWT signed) {
                return signed;
            }
        } catch (ParseException broken) {
            throw new Fault(FaultCode.TOKEN_INVALID);
        }
        throw new Fault(FaultCode.TOKEN_INVALID);
    }

    private static JWTClaimsSet claimsOf(SignedJWT jwt) {
        try {
            return Objects.requireNonNull(jwt.getJWTClaimsSet());
        } catch (ParseException | NullPointerException broken) {
            throw new Fault(FaultCode.TOKEN_INVALID);
        }
    }
}
