package org.wangge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Socket;
import org.wangge.town.Town;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A token says who asks, in the same way on every transport; one that is not good says why.
@ApiTest
class TokenTests {
    private static final String RESIDENTS = "{ residents(first: 1) { nodes { id } } }";
    private static final String GRIDS = "{ grids(first: 1) { nodes { id } } }";

    @Autowired
    Graph graph;

    @Autowired
    SigningKeys keys;

    @Autowired
    DatabaseClient database;

    @Autowired
    Vault vault;

    @Autowired
    Standings standings;

    @Autowired
    ObjectProvider<TokenIssuer> others;

    @Autowired
    Clock clock;

    private Visitor visitor = new Visitor("", UUID.randomUUID(), UUID.randomUUID());

    @BeforeEach
    void comes() {
        visitor = Visitor.with("GRID_MEMBER", Town.WILLOW, graph.database());
    }

    @Test
    void letsPublicThingsBeSeenWithoutOne() {
        assertThat(graph.anonymous().ask(GRIDS).errors()).isEmpty();
        assertThat(graph.anonymous().ask(RESIDENTS).code()).isEqualTo("SIGN_IN_REQUIRED");
        assertThat(graph.with(good()).ask(RESIDENTS).errors()).isEmpty();
    }

    @Test
    void refusesEachKindOfBadTokenByItsOwnCode() {
        assertThat(code(token("wangge", "wangge", Duration.ofSeconds(-1)))).isEqualTo("TOKEN_EXPIRED");
        assertThat(code(token("somebody", "wangge", Duration.ofMinutes(1)))).isEqualTo("TOKEN_WRONG_ISSUER");
        assertThat(code(token("wangge", "other", Duration.ofMinutes(1)))).isEqualTo("TOKEN_WRONG_AUDIENCE");
        var good = good();
        var forged = good.substring(0, good.length() - 6) + (good.endsWith("AAAAAA") ? "BBBBBB" : "AAAAAA");
        assertThat(code(forged)).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void isGoodAtOnceOnANodeThatHasNotSeenItsKeyYet() {
        var id = Awaited.the(keys.current()).id();
        var another = new SigningKeys(database, vault, clock);

        var found = Flux.range(0, 100).flatMap(i -> another.find(id)).count();

        assertThat(Awaited.the(found)).isEqualTo(100);
        assertThat(Awaited.the(another.find(999_999).hasElement())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "a.b.c",
                "....",
                "eyJhbGciOiJub25lIn0.eyJpc3MiOiJ3YW5nZ2UiLCJhdWQiOiJ3YW5nZ2UifQ.",
                "eyJhbGciOiJIUzI1NiIsImtpZCI6Ijk5OTk5In0.eyJpc3MiOiJ3YW5nZ2UifQ.c2lnbmF0dXJl",
                "eyJhbGciOiJIUzI1NiIsImtpZCI6Ii0xJyBvciAxPTEifQ.eyJpc3MiOiJ3YW5nZ2UifQ.c2ln"
            })
    void refusesWhatIsNoTokenOfOurs(String text) {
        assertThat(code(text)).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void refusesTheTokenOfASessionThatHasEndedAndOfADisabledAccount() {
        var token = good();
        var other = Visitor.with("GRID_MEMBER", Town.WILLOW, graph.database());
        var othersToken = token(other, "wangge", "wangge", Duration.ofMinutes(1));
        assertThat(graph.with(token).ask(RESIDENTS).errors()).isEmpty();
        assertThat(graph.with(othersToken).ask(RESIDENTS).errors()).isEmpty();

        visitor.signOut();
        other.disable();
        Awaited.the(standings.lookAhead().thenReturn(true));

        assertThat(code(token)).isEqualTo("TOKEN_REVOKED");
        assertThat(code(othersToken)).isEqualTo("TOKEN_REVOKED");
    }

    @Test
    void refusesAlsoPublicThingsToABadToken() {
        var expired = token("wangge", "wangge", Duration.ofSeconds(-1));

        assertThat(graph.with(expired).ask(GRIDS).code()).isEqualTo("TOKEN_EXPIRED");
    }

    @Test
    void closesASocketWithoutATokenAndOneWhoseTokenIsNotGood() {
        assertThat(closing(null)).isEqualTo(new Socket.Closing(4401, "Unauthorized"));
        assertThat(closing("x")).isEqualTo(new Socket.Closing(4403, "TOKEN_INVALID"));
        assertThat(closing(token("wangge", "wangge", Duration.ofSeconds(-1))))
                .isEqualTo(new Socket.Closing(4403, "TOKEN_EXPIRED"));
    }

    @Test
    void closesASocketWhenItsTokenExpires() {
        var socket = new Socket(graph.socketUrl(), token("wangge", "wangge", Duration.ofSeconds(2)));

        assertThat(socket.closing()).isEqualTo(new Socket.Closing(4403, "TOKEN_EXPIRED"));
    }

    @Test
    void endsAnEventStreamWhenItsTokenExpires() {
        var request = HttpRequest.newBuilder(URI.create(graph.url()))
                .header("Accept", "text/event-stream")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token("wangge", "wangge", Duration.ofSeconds(2)))
                .POST(BodyPublishers.ofString("{\"query\":\"subscription { issueEvents { cursor } }\"}"));

        var told = Awaited.the(
                Mono.fromFuture(HttpClient.newHttpClient().sendAsync(request.build(), BodyHandlers.ofString())));

        assertThat(told.body()).contains("\"data\":{\"issueEvents\":{\"cursor\":");
        assertThat(told.body()).contains("\"code\":\"TOKEN_EXPIRED\"", "\"classification\":\"UNAUTHORIZED\"");
        assertThat(told.body()).endsWith("event: complete\ndata:\n\n");
    }

    @Test
    void tellsTheSchemaToWhoeverIsSignedIn() {
        var introspection = "{ __schema { queryType { name } } }";

        assertThat(graph.anonymous().ask(introspection).code()).isEqualTo("SIGN_IN_REQUIRED");
        assertThat(graph.ask(introspection).text("__schema.queryType.name")).isEqualTo("Query");
        assertThat(graph.anonymous().ask("{ __typename }").errors()).isEmpty();
    }

    @Test
    void holdsNothingPersonal() {
        var claims = new String(java.util.Base64.getUrlDecoder().decode(good().split("\\.")[1]));

        assertThat(claims)
                .contains(visitor.account().toString(), visitor.session().toString());
        assertThat(claims).matches("\\{\"(\\w+)\":[^,]*(,\"\\w+\":[^,]*){5}}");
    }

    private Socket.Closing closing(@Nullable String token) {
        var payload = token == null ? Map.<String, Object>of() : Map.of("Authorization", "Bearer " + token);
        return Socket.knocking(graph.socketUrl(), payload).closing();
    }

    private @Nullable Object code(String token) {
        return graph.with(token).ask(RESIDENTS).code();
    }

    private String good() {
        return token("wangge", "wangge", Duration.ofMinutes(1));
    }

    private String token(String issuer, String audience, Duration length) {
        return token(visitor, issuer, audience, length);
    }

    private String token(Visitor of, String issuer, String audience, Duration length) {
        var settings = new AccessSettings(issuer, audience, length, false, false);
        var tokens = new Tokens(keys, standings, settings, others, clock);
        return Awaited.the(tokens.issue(of.account(), of.session())).text();
    }
}
