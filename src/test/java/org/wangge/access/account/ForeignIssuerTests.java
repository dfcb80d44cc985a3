package org.wangge.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.wangge.town.Answer;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;

/// Tokens of other issuers, against one of our own that signs with RSA and with an elliptic curve.
@AccountTest
class ForeignIssuerTests {
    private static final String ME = "{ me { account { name } restriction } }";
    private static final RSAKey RSA = rsa("rsa");
    private static final ECKey CURVE = curve();
    private static final RSAKey FOREIGN = rsa("rsa");
    private static final AtomicInteger FETCHED = new AtomicInteger();
    private static String issuer = "";
    private static String cards = "";

    @Autowired
    Graph graph;

    @Autowired
    Clock clock;

    private AccountOffice office;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
        cards = "http://127.0.0.1:" + server.getAddress().getPort() + "/cards";
        serve(
                server,
                "/realm/.well-known/openid-configuration",
                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(issuer, issuer));
        serve(server, "/realm/keys", new JWKSet(List.of(RSA.toPublicJWK(), CURVE.toPublicJWK())).toString());
        server.start();
        properties.add("wangge.auth.issuers[0].issuer", () -> issuer);
        properties.add("wangge.auth.issuers[0].audience", () -> "wangge");
        properties.add("wangge.auth.issuers[0].account-claim", () -> "preferred_username");
        properties.add("wangge.auth.issuers[1].issuer", () -> cards);
        properties.add("wangge.auth.issuers[1].jwk-set-uri", () -> issuer + "/keys");
        properties.add("wangge.auth.issuers[1].audience", () -> "wangge");
        properties.add("wangge.auth.issuers[1].match", () -> "card-no");
        properties.add("wangge.auth.issuers[2].issuer", () -> "http://127.0.0.1:1/away");
        properties.add("wangge.auth.issuers[2].jwk-set-uri", () -> "http://127.0.0.1:1/keys");
        properties.add("wangge.auth.issuers[2].audience", () -> "wangge");
    }

    @BeforeEach
    void withOneAccount() {
        office = new AccountOffice(graph.anonymous());
        office.tidyUp();
        office.account("huang");
    }

    @Test
    void takesWhatRsaAndACurveSigned() {
        assertThat(ask(signed(claims().build(), RSA)).text("me.account.name")).isEqualTo("huang");
        assertThat(ask(signed(claims().build(), CURVE)).text("me.account.name")).isEqualTo("huang");
    }

    @Test
    void findsAMemberByTheirCard() {
        var claims = claims().issuer(cards).subject("WG001").build();

        assertThat(ask(signed(claims, RSA)).text("me.account.name")).isNotBlank();
    }

    @Test
    void givesEachFaultItsCode() throws JOSEException {
        var past = Date.from(clock.instant().minus(Duration.ofMinutes(5)));

        assertThat(ask(signed(
                                claims().issueTime(Date.from(past.toInstant().minusSeconds(60)))
                                        .expirationTime(past)
                                        .build(),
                                RSA))
                        .code())
                .isEqualTo("TOKEN_EXPIRED");
        assertThat(ask(signed(claims().audience("another").build(), RSA)).code())
                .isEqualTo("TOKEN_WRONG_AUDIENCE");
        assertThat(ask(signed(claims().issuer("https://nobody.example").build(), RSA))
                        .code())
                .isEqualTo("TOKEN_WRONG_ISSUER");
        assertThat(ask(signed(claims().build(), FOREIGN)).code()).isEqualTo("TOKEN_INVALID");
        assertThat(ask(signed(claims().expirationTime(null).build(), RSA)).code())
                .isEqualTo("TOKEN_INVALID");
        assertThat(ask(signed(claims().claim("preferred_username", "stranger").build(), RSA))
                        .code())
                .isEqualTo("TOKEN_INVALID");
        assertThat(ask(new PlainJWT(claims().build()).serialize()).code()).isEqualTo("TOKEN_INVALID");
    }

    /// The public key as if it were a shared secret: the oldest trick.
    @Test
    void takesNoTokenThatWasSignedWithThePublicKeyAsASecret() throws JOSEException {
        var secret = RSA.toPublicJWK().toRSAPublicKey().getEncoded();
        var forged = signed(claims().build(), JWSAlgorithm.HS256, "rsa", new MACSigner(secret));

        assertThat(ask(forged).code()).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void saysThatAnIssuerCannotBeReached() {
        assertThat(ask(signed(claims().issuer("http://127.0.0.1:1/away").build(), RSA))
                        .code())
                .isEqualTo("UNAVAILABLE");
    }

    @Test
    void beginsOneSessionPerTokenThatCanBeEnded() {
        var token = signed(claims().build(), RSA);
        var other = signed(claims().build(), RSA);
        ask(token);
        ask(token);
        ask(other);
        assertThat(office.rows("select count(*) from foreign_session")).containsExactly("2");

        assertThat(office.ask(token, "mutation { done: signOut(input: {}) { endedCount } }")
                        .number("done.endedCount"))
                .isEqualTo(1);

        assertThat(ask(token).code()).isEqualTo("TOKEN_REVOKED");
        assertThat(ask(other).text("me.account.name")).isEqualTo("huang");
        assertThat(office.rows("select count(*) from access_log where act = 'SIGN_IN_BY_ISSUER'"))
                .containsExactly("2");
    }

    @Test
    void beginsOneSessionForATokenThatComesTwiceAtOnce() throws Exception {
        var token = signed(claims().build(), RSA);

        var answers = AccountOffice.atOnce(8, () -> ask(token));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.errors()).isEmpty());
        assertThat(office.rows("select count(*) from foreign_session")).containsExactly("1");
    }

    @Test
    void asksAdministratorsForASecondFactorUnlessTheIssuerDid() {
        var id = office.rows("select id from account where name = 'huang'").getFirst();
        office.grant(UUID.fromString(id), "SYSTEM_ADMIN");

        assertThat(ask(signed(claims().build(), RSA)).text("me.restriction")).isEqualTo("SECOND_FACTOR_REQUIRED");
        var strong = signed(claims().claim("amr", List.of("pwd", "otp")).build(), RSA);
        assertThat(ask(strong).response().path("me.restriction").valueIsNull()).isNotNull();
    }

    @Test
    void letsNobodyInToAnAccountThatIsShut() {
        TestPostgres.execute(graph.database(), "update account set disabled_at = now() where name = 'huang'");

        assertThat(ask(signed(claims().build(), RSA)).code()).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void fetchesTheKeysNotForEachToken() {
        ask(signed(claims().build(), RSA));
        var before = FETCHED.get();

        for (int n = 0; n < 5; n++) {
            ask(signed(claims().build(), RSA));
        }

        assertThat(FETCHED.get()).isEqualTo(before);
    }

    private Answer ask(String token) {
        return office.ask(token, ME);
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("wangge")
                .subject("5f0c")
                .jwtID(UUID.randomUUID().toString())
                .claim("preferred_username", "Huang")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            return signed(claims, JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(JWTClaimsSet claims, ECKey key) {
        try {
            return signed(claims, JWSAlgorithm.ES256, key.getKeyID(), new ECDSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, String key, JWSSigner signer)
            throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static void serve(HttpServer server, String path, String body) {
        server.createContext(path, exchange -> {
            FETCHED.incrementAndGet();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ECKey curve() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
