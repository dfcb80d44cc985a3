package org.wangge.access;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.GraphQlSource;
import org.wangge.graphql.SharedFields;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Socket;
import org.wangge.town.Statements;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownGrid;
import reactor.core.publisher.Mono;

/// Who asks the same with the same rights is answered once for all; nobody is answered with what was
/// read with other rights.
@ApiTest
@Import({Statements.class, SharedAnswersTests.Counted.class})
class SharedAnswersTests {
    private static final String OPEN = "issueId issue { title grid { name } timeline(last: 1) { move } }";
    private static final String PERSONAL = OPEN.replace("title", "title actions { move allowed }");

    @Autowired
    Graph graph;

    @Autowired
    Tokens tokens;

    @Autowired
    Statements statements;

    @Autowired
    GraphQlSource source;

    @Autowired
    ObjectProvider<SharedFields> shared;

    private final List<Socket> sockets = new ArrayList<>();

    /// By what each answer reads for itself, answers are counted.
    static class Counted {
        @Bean
        SharedFields timelineAsShared() {
            return SharedFields.of("Issue.timeline");
        }
    }

    @AfterEach
    void hangUp() {
        sockets.forEach(Socket::abort);
    }

    @Test
    void aHundredWhoAskTheSameAreAnsweredOnceAnEventAndInOrder() {
        var visitors = List.of(member(Town.WILLOW), member(Town.WILLOW));
        IntStream.range(0, 100).forEach(i -> listen(visitors.get(i % 2), OPEN));
        statements.taken();

        var ids = IntStream.range(0, 5).mapToObj(this::report).toList();

        for (var socket : sockets) {
            assertThat(socket.nextItems(5))
                    .extracting(item -> item.get("issueId"))
                    .isEqualTo(ids);
        }
        assertThat(answers()).isEqualTo(5);
    }

    @Test
    void twoWithOtherRightsAreAnsweredApart() {
        listen(member(Town.WILLOW), OPEN);
        listen(member(Town.WILLOW_ONE), OPEN);
        var other = Visitor.with("COMMUNITY_LEADER", Town.WILLOW, graph.database());
        listen(other, OPEN);
        statements.taken();

        report(0);

        assertThat(sockets).allSatisfy(socket -> assertThat(socket.nextItem()).containsKey("issueId"));
        assertThat(answers()).isEqualTo(3);
    }

    @Test
    void whatDependsOnThePersonIsSharedByNobodyElse() {
        var visitor = member(Town.WILLOW);
        listen(visitor, PERSONAL);
        listen(visitor, PERSONAL);
        listen(member(Town.WILLOW), PERSONAL);
        statements.taken();

        report(0);

        assertThat(sockets).allSatisfy(socket -> assertThat(socket.nextItem()).containsKey("issueId"));
        assertThat(answers()).isEqualTo(2);
    }

    @Test
    void residentsAreAnsweredApartHoweverLittleTheyAsk() {
        for (var account : List.of(TownAccount.NEWCOMER, TownAccount.ZHANG_WEI, TownAccount.NEWCOMER)) {
            listen(graph.as(account), OPEN);
        }
        statements.taken();

        report(0);

        assertThat(sockets).allSatisfy(socket -> assertThat(socket.nextItem()).containsKey("issueId"));
        assertThat(answers()).isEqualTo(2);
    }

    @Test
    void otherDocumentsAndVariablesAreAnsweredApart() {
        var visitor = member(Town.WILLOW);
        listen(visitor, OPEN);
        listen(visitor, OPEN + " version");
        listen(visitor, OPEN, Town.WILLOW);
        statements.taken();

        report(0);

        assertThat(sockets).allSatisfy(socket -> assertThat(socket.nextItem()).containsKey("issueId"));
        assertThat(answers()).isEqualTo(3);
    }

    @Test
    void whateverIsAskedOfAnIssueItIsReadOnceForAllStaffOfTheSameGrids() {
        var visitor = member(Town.WILLOW);
        listen(visitor, "issueId issue { title }");
        listen(visitor, "issueId issue { title version }");
        listen(Visitor.with("COMMUNITY_LEADER", Town.WILLOW, graph.database()), "issueId issue { actions { move } }");
        listen(member(Town.WILLOW_ONE), "issueId issue { status }");
        listen(graph.as(TownAccount.NEWCOMER), "issueId issue { title }");
        statements.taken();

        report(0);

        assertThat(sockets).allSatisfy(socket -> assertThat(socket.nextItem()).containsKey("issueId"));
        // Twice for staff; whoever is no staff is looked up for whether they are told, and read for.
        assertThat(taken("i.id = any(")).isEqualTo(2 + 2);
    }

    @Test
    void whoLostTheirRightsIsToldNothingThatOthersAreStillTold() {
        var stays = member(Town.WILLOW);
        var leaves = member(Town.WILLOW);
        var keptUp = listen(stays, OPEN);
        var ended = listen(leaves, OPEN);
        report(0);
        assertThat(keptUp.nextItem()).isEqualTo(ended.nextItem());

        leaves.loseGrants();
        report(1);

        assertThat(keptUp.nextItem()).containsKey("issueId");
        assertThat(ended.next().toString()).contains("NOT_PERMITTED").doesNotContain("issueId");
    }

    @Test
    void whoseRightsAreOthersNowIsAnsweredApartFromTheNextEventOn() {
        var stays = member(Town.WILLOW);
        var changes = member(Town.WILLOW);
        listen(stays, OPEN);
        listen(changes, OPEN);
        report(0);
        sockets.forEach(Socket::nextItem);
        statements.taken();

        changes.loseGrants();
        changes.grant("GRID_LEADER", Town.WILLOW, "null");
        report(1);

        assertThat(sockets).allSatisfy(socket -> assertThat(socket.nextItem()).containsKey("issueId"));
        assertThat(answers()).isEqualTo(2);
    }

    @Test
    void theFiguresOfABoardAreCountedOnceForAllWhoLookAtIt() {
        var visitors = List.of(member(Town.WILLOW), member(Town.WILLOW));
        for (var i = 0; i < 20; i++) {
            var socket = socket(visitors.get(i % 2));
            sockets.add(socket.subscribe(
                    "subscription($id: ID!) { board(gridId: $id) { at counts { open } } }",
                    Map.of("id", Town.WILLOW.id())));
        }
        sockets.forEach(Socket::nextItem);
        settle();
        statements.taken();

        report(0);

        var first = sockets.getFirst().nextItem();
        assertThat(sockets.subList(1, 20))
                .allSatisfy(socket -> assertThat(socket.nextItem()).isEqualTo(first));
        assertThat(statements.taken().stream().filter(sql -> sql.contains("as due_soon")))
                .hasSize(1);
    }

    @Test
    void whatIsNamedAsSharedIsThere() {
        var schema = source.schema();
        var names = shared.stream().flatMap(each -> each.names().stream()).toList();

        assertThat(names).isNotEmpty().allSatisfy(name -> {
            var words = name.split("\\.");
            assertThat(schema.getObjectType(words[0]).getFieldDefinition(words[1]))
                    .as(name)
                    .isNotNull();
        });
    }

    /// Positions are no part of what is asked: nothing below the root may depend on one.
    @Test
    void positionsAreTakenByRootFieldsAlone() {
        var takers = source.schema().getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .map(GraphQLObjectType.class::cast)
                .filter(type -> type.getFieldDefinitions().stream()
                        .flatMap(field -> field.getArguments().stream())
                        .anyMatch(argument -> GraphQLTypeUtil.unwrapAll(argument.getType())
                                .getName()
                                .equals("EventCursor")))
                .map(GraphQLObjectType::getName)
                .toList();

        assertThat(takers).containsExactlyInAnyOrder("Query", "Subscription");
    }

    /// A board looks again a second after it last did.
    private static void settle() {
        Awaited.the(Mono.delay(Duration.ofMillis(1_200)));
    }

    private Visitor member(TownGrid grid) {
        return Visitor.with("GRID_MEMBER", grid, graph.database());
    }

    private Socket listen(Visitor visitor, String selection) {
        return listen(visitor, selection, Town.STREET);
    }

    private Socket listen(Visitor visitor, String selection, TownGrid within) {
        return listening(socket(visitor), selection, Map.of("within", within.id()));
    }

    private Socket listen(Graph somebody, String selection) {
        return listening(somebody.socket(), selection, Map.of());
    }

    private Socket listening(Socket socket, String selection, Map<String, ?> filter) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("filter", filter);
        sockets.add(socket.subscribe(
                "subscription($filter: IssueEventFilter) { issueEvents(filter: $filter) { cursor ... on IssueEvent { "
                        + selection + " } } }",
                variables));
        assertThat(socket.nextItem()).doesNotContainKey("issueId");
        return socket;
    }

    private Socket socket(Visitor visitor) {
        return new Socket(
                graph.socketUrl(),
                Awaited.the(tokens.issue(visitor.account(), visitor.session())).text());
    }

    private String report(int number) {
        var input = Map.of(
                "key",
                UUID.randomUUID().toString(),
                "category",
                "NOISE",
                "description",
                "大家都看得见的第" + number + "件事",
                "source",
                "RESIDENT_APP",
                "confidentiality",
                "PUBLIC",
                "gridId",
                Town.EAST_YARD.id());
        return graph.ask(
                        "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } } }",
                        Map.of("input", input))
                .text("reportIssue.issue.id");
    }

    /// How often issues were read by their ids.
    private long answers() {
        return taken("from issue_timeline");
    }

    private long taken(String words) {
        return statements.taken().stream().filter(sql -> sql.contains(words)).count();
    }
}
