package org.wangge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Socket;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownGrid;

/// Rights can end in mid-stream: then the next event is withheld, and the stream and the socket end.
@ApiTest
class LiveRightsTests {
    private static final String EVENTS =
            "subscription { issueEvents { cursor ... on IssueEvent { issueId issue { title } } } }";
    private static final Duration SOON = Duration.ofSeconds(2);

    @Autowired
    Graph graph;

    @Autowired
    Tokens tokens;

    @Test
    void withholdsTheNextEventAndEndsTheStream() {
        var visitor = Visitor.with("GRID_MEMBER", Town.WILLOW, graph.database());
        try (var socket = listening(visitor)) {
            report(Town.EAST_YARD, "还看得见的事情");
            assertThat(socket.nextItem()).containsKey("issueId");

            visitor.loseGrants();
            var endedAt = Instant.now();
            report(Town.EAST_YARD, "不再看得见的事情");

            var message = socket.next();
            assertThat(message).containsEntry("type", "error");
            assertThat(message.get("payload").toString()).contains("NOT_PERMITTED");
            assertThat(Duration.between(endedAt, Instant.now())).isLessThan(SOON);
        }
    }

    @Test
    void goesOnWithWhatIsLeftToSee() {
        var visitor = Visitor.with("GRID_MEMBER", Town.WILLOW, graph.database());
        try (var socket = listening(visitor)) {
            visitor.loseGrants();
            visitor.grant("GRID_MEMBER", Town.WILLOW_TWO, "null");
            report(Town.EAST_YARD, "别的网格的事情");
            var seen = report(Town.RIVER_YARD, "自己网格的事情");

            assertThat(socket.nextItem()).containsEntry("issueId", seen);
        }
    }

    @Test
    void readsWhatHangsBelowWithTheRightsOfNow() {
        var visitor = Visitor.with("GRID_MEMBER", Town.WILLOW_ONE, graph.database());
        try (var socket = listening(visitor)) {
            visitor.loseGrants();
            visitor.grant("GRID_MEMBER", Town.WILLOW_TWO, "null");
            report(Town.RIVER_YARD, "新网格的事情");

            assertThat(socket.nextItem()).containsEntry("issue", Map.of("title", "新网格的事情"));
        }
    }

    @Test
    void endsWhenTheTimeOfAGrantIsOver() {
        var visitor = Visitor.with("GRID_MEMBER", Town.WILLOW, graph.database());
        visitor.loseGrants();
        visitor.grant("GRID_MEMBER", Town.WILLOW, "now() + interval '2 seconds'");
        try (var socket = listening(visitor)) {
            assertThat(socket.next().get("payload").toString()).contains("NOT_PERMITTED");
        }
    }

    @Test
    void closesTheSocketOfASessionThatHasEnded() {
        var visitor = Visitor.with("GRID_MEMBER", Town.WILLOW, graph.database());
        var socket = listening(visitor);

        visitor.signOut();
        var endedAt = Instant.now();
        report(Town.EAST_YARD, "退出以后的事情");

        assertThat(socket.closing()).isEqualTo(new Socket.Closing(4403, "TOKEN_REVOKED"));
        assertThat(Duration.between(endedAt, Instant.now())).isLessThan(SOON);
    }

    @Test
    void tellsResidentsOfPublicMattersAndTheirOwn() {
        try (var socket =
                new Socket(graph.socketUrl(), graph.as(TownAccount.NEWCOMER).token()).subscribe(EVENTS, Map.of())) {
            socket.nextItem();
            report(graph, Town.EAST_YARD, "内部的事情", "INTERNAL");
            var open = report(graph, Town.EAST_YARD, "公开的事情", "PUBLIC");
            var own = report(graph.as(TownAccount.NEWCOMER), Town.EAST_YARD, "自己的私事", "PRIVATE");

            assertThat(socket.nextItem()).containsEntry("issueId", open);
            assertThat(socket.nextItem()).containsEntry("issueId", own);
        }
    }

    @Test
    void tellsNothingToThoseWhoMayNotSeeIt() {
        try (var socket =
                new Socket(graph.socketUrl(), graph.as(TownAccount.SYSTEM_ADMIN).token()).subscribe(EVENTS, Map.of())) {
            assertThat(socket.next().get("payload").toString()).contains("NOT_PERMITTED");
        }
    }

    private Socket listening(Visitor visitor) {
        var token =
                Awaited.the(tokens.issue(visitor.account(), visitor.session())).text();
        var socket = new Socket(graph.socketUrl(), token).subscribe(EVENTS, Map.of());
        socket.nextItem();
        return socket;
    }

    private String report(TownGrid grid, String description) {
        return report(graph, grid, description, "PUBLIC");
    }

    private static String report(Graph graph, TownGrid grid, String description, String confidentiality) {
        var input = Map.of(
                "key",
                UUID.randomUUID().toString(),
                "category",
                "NOISE",
                "description",
                description,
                "source",
                "RESIDENT_APP",
                "confidentiality",
                confidentiality,
                "gridId",
                grid.id());
        return graph.ask(
                        "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } } }",
                        Map.of("input", input))
                .text("reportIssue.issue.id");
    }
}
