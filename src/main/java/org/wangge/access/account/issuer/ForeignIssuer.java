package org.wangge.access.account.issuer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.wangge.access.Claims;
import org.wangge.access.TokenIssuer;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// An OpenID Connect issuer: its signatures and claims are checked, its keys fetched when they are
/// needed and kept. Whoever its tokens name has to have an account here.
class ForeignIssuer implements TokenIssuer {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignIssuer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);
    private static final Set<String> SECOND_FACTORS = Set.of("mfa", "otp", "hwk", "sms");

    private final IssuerSettings settings;
    private final ForeignSessions sessions;
    private final Clock clock;
    private final ReactiveJwtDecoder decoder;

    ForeignIssuer(IssuerSettings settings, ForeignSessions sessions, Clock clock) {
        this.settings = settings;
        this.sessions = sessions;
        this.clock = clock;
        this.decoder = decoder(settings);
    }

    @Override
    public String issuer() {
        return settings.issuer();
    }

    @Override
    public Mono<Claims> verify(String token) {
        return decoder.decode(token)
                .timeout(PATIENCE)
                .onErrorMap(BadJwtException.class, bad -> new Fault(FaultCode.TOKEN_INVALID))
                .onErrorMap(failure -> !(failure instanceof Fault), this::unavailable)
                .doOnNext(this::check)
                .flatMap(jwt -> sessions.of(settings, seen(jwt)));
    }

    /// Each claim has its own code, so we look at them ourselves.
    private void check(Jwt jwt) {
        var now = clock.instant();
        if (!settings.issuer().equals(jwt.getClaimAsString("iss"))) {
            throw new Fault(FaultCode.TOKEN_WRONG_ISSUER);
        }
        if (!listed(jwt.getAudience()).contains(settings.audience())) {
            throw new Fault(FaultCode.TOKEN_WRONG_AUDIENCE);
        }
        if (now.isAfter(expiryOf(jwt).plus(CLOCKS_DIFFER))) {
            throw new Fault(FaultCode.TOKEN_EXPIRED);
        }
        if (jwt.getNotBefore() != null && now.isBefore(jwt.getNotBefore().minus(CLOCKS_DIFFER))) {
            throw new Fault(FaultCode.TOKEN_INVALID);
        }
    }

    private ForeignToken seen(Jwt jwt) {
        var name = jwt.getClaimAsString(settings.accountClaim());
        if (name == null || name.isBlank()) {
            throw new Fault(FaultCode.TOKEN_INVALID);
        }
        var id = jwt.getId() == null ? jwt.getSubject() + '|' + jwt.getIssuedAt() : jwt.getId();
        var methods = listed(jwt.getClaimAsStringList("amr"));
        return new ForeignToken(
                id,
                name,
                methods.stream().anyMatch(SECOND_FACTORS::contains),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                expiryOf(jwt).plus(CLOCKS_DIFFER));
    }

    private static Instant expiryOf(Jwt jwt) {
        var at = jwt.getExpiresAt();
        if (at == null) {
            throw new Fault(FaultCode.TOKEN_INVALID);
        }
        return at;
    }

    private static Collection<String> listed(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }

    private Fault unavailable(Throwable failure) {
        LOG.warn("The keys of {} cannot be read: {}", settings.issuer(), failure.toString());
        return new Fault(FaultCode.UNAVAILABLE);
    }

    /// Signatures by key pairs only: a shared secret would make us an issuer, too.
    private static ReactiveJwtDecoder decoder(IssuerSettings settings) {
        var builder = settings.jwkSetUri() == null
                ? NimbusReactiveJwtDecoder.withIssuerLocation(settings.issuer())
                : NimbusReactiveJwtDecoder.withJwkSetUri(settings.jwkSetUri());
        var decoder = builder.jwsAlgorithms(known -> known.addAll(List.of(SignatureAlgorithm.values())))
                .build();
        decoder.setJwtValidator(jwt -> OAuth2TokenValidatorResult.success());
        return decoder;
    }
}
