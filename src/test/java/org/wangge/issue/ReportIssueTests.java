package org.wangge.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.GlobalId;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;

@ApiTest
class ReportIssueTests {
    private static final String REPORT = """
            mutation($input: ReportIssueInput!) {
              reportIssue(input: $input) {
                issue { id title status step urgency level grid { name } category { code label } version
                        timeline { seq move fromStatus toStatus } location { longitude latitude } }
                refusal { code ... on InputRejected { problems { path code } } ... on IdTaken { id } }
                replayed cursor trackingCode
              }
            }""";

    @Autowired
    Graph graph;

    @Test
    void findsTheGridByThePointAndTheUrgencyByTheCategory() {
        var answer = report(Map.of("category", "MANHOLE_COVER"));

        assertThat(answer.text("reportIssue.issue.grid.name")).isEqualTo("东院");
        assertThat(answer.text("reportIssue.issue.urgency")).isEqualTo("URGENT");
        assertThat(answer.text("reportIssue.issue.status")).isEqualTo("REPORTED");
        assertThat(answer.text("reportIssue.issue.step")).isEqualTo("COLLECT");
        assertThat(answer.text("reportIssue.issue.level")).isEqualTo("GRID");
        assertThat(answer.texts("reportIssue.issue.timeline[*].move")).containsExactly("REPORT");
        assertThat(answer.text("reportIssue.trackingCode")).matches("[0-9A-HJKMNP-TV-Z]{10}");
        assertThat(answer.get("reportIssue.replayed", Boolean.class)).isFalse();
    }

    @Test
    void takesThePointInTheSystemOfTheMap() {
        var answer = report(Map.of("point", Map.of("longitude", 104.0175, "latitude", 30.8075, "system", "GCJ02")));

        assertThat(answer.text("reportIssue.issue.grid.name")).isEqualTo("东院");
        assertThat(answer.get("reportIssue.issue.location.longitude", Double.class))
                .isLessThan(104.0175);
    }

    @Test
    void answersWithWhatIsReadAgain() {
        var fields = """
                id title description status urgency level confidentiality source type place version round
                reportedAt updatedAt occurredAt nextDueAt grid { name } category { code } location { longitude latitude }""";
        var answer = graph.ask(
                "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { " + fields + " } } }",
                Map.of(
                        "input",
                        input(Map.of(
                                "description", "  井盖破损，请处理  ",
                                "place", " 东门 ",
                                "occurredAt", "2026-01-05T08:00:00.123456789Z",
                                "point", Map.of("longitude", 104.0175, "latitude", 30.8075, "system", "GCJ02")))));

        var again = graph.ask(
                "query($id: ID!) { issue(by: {id: $id}) { " + fields + " } }",
                Map.of("id", answer.text("reportIssue.issue.id")));

        assertThat(answer.get("reportIssue.issue", Object.class)).isEqualTo(again.get("issue", Object.class));
        assertThat(again.text("issue.nextDueAt")).isNotEmpty();
    }

    @Test
    void writesTheIssueOnceWithItsFirstDueTime() {
        var id = UUID.randomUUID();
        report(Map.of("id", id.toString()));

        assertThat(Tables.texts(graph.database(), """
                select (i.cmin = t.cmin) || ' ' || (i.next_due_at = c.due_at)
                from issue i join issue_timeline t on t.issue_id = i.id join issue_clock c on c.issue_id = i.id
                where i.id = '%s'""".formatted(id))).containsExactly("true true");
    }

    @Test
    void takesTheChosenGridWhereNoGridCoversThePoint() {
        var answer = report(Map.of("point", Map.of("longitude", 105, "latitude", 31), "gridId", Town.WILLOW_TWO.id()));

        assertThat(answer.text("reportIssue.issue.grid.name")).isEqualTo("柳二格");
    }

    @Test
    void makesATitleOfTheBeginningOfTheText() {
        var long31 = "𠮷".repeat(31);

        assertThat(report(Map.of("description", "  井盖破损，请处理  ")).text("reportIssue.issue.title"))
                .isEqualTo("井盖破损，请处理");
        assertThat(report(Map.of("description", long31)).text("reportIssue.issue.title"))
                .isEqualTo("𠮷".repeat(30) + "…");
    }

    @Test
    void isFoundByItsIdItsTrackingCodeAndInTheList() {
        var id = UUID.randomUUID();
        var code = report(Map.of("id", id.toString())).text("reportIssue.trackingCode");

        var answer = graph.ask(
                """
                query($id: ID!, $code: String!, $within: ID!) {
                  byId: issue(by: {id: $id}) { id } byCode: issue(by: {trackingCode: $code}) { id } node(id: $id) { id }
                  issues(filter: {within: $within, isOpen: true, category: ["INFRASTRUCTURE"], text: "井盖"}, first: 1) {
                    nodes { id } } }""", Map.of("id", GlobalId.encode("issue", id), "code", typed(code), "within", Town.GROUP_ONE.id()));

        for (var path : List.of("byId.id", "byCode.id", "node.id", "issues.nodes[0].id")) {
            assertThat(answer.text(path)).as(path).isEqualTo(GlobalId.encode("issue", id));
        }
    }

    @Test
    void hasItsEffectOnceForOneKey() {
        var input = Map.<String, Object>of("key", UUID.randomUUID().toString());

        var first = report(input);
        var again = report(input);

        assertThat(again.text("reportIssue.issue.id")).isEqualTo(first.text("reportIssue.issue.id"));
        assertThat(again.text("reportIssue.trackingCode")).isEqualTo(first.text("reportIssue.trackingCode"));
        assertThat(again.text("reportIssue.cursor")).isEqualTo(first.text("reportIssue.cursor"));
        assertThat(again.get("reportIssue.replayed", Boolean.class)).isTrue();
    }

    @Test
    void hasItsEffectOnceForOneKeySentManyTimesAtOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        var before = events();

        List<String> ids;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = IntStream.range(0, 24)
                    .<Callable<String>>mapToObj(
                            i -> () -> report(Map.of("key", key)).text("reportIssue.issue.id"))
                    .toList();
            ids = threads.invokeAll(sending).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }

        assertThat(ids).hasSize(24).containsOnly(ids.getFirst());
        assertThat(events()).isEqualTo(before + 1);
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        var key = UUID.randomUUID().toString();
        report(Map.of("key", key));

        var other = report(Map.of("key", key, "description", "另外一件事情"));

        assertThat(other.text("reportIssue.refusal.code")).isEqualTo("KEY_REUSED");
    }

    @Test
    void keepsApartTheKeysOfTwoPeople() {
        var key = Map.<String, Object>of("key", UUID.randomUUID().toString());
        var zhang = graph.as(TownAccount.ZHANG_WEI);
        var newcomer = graph.as(TownAccount.NEWCOMER);

        var first = report(zhang, key).text("reportIssue.issue.id");
        var second = report(newcomer, key).text("reportIssue.issue.id");

        assertThat(second).isNotEqualTo(first);
        assertThat(report(zhang, key).text("reportIssue.issue.id")).isEqualTo(first);
        assertThat(report(newcomer, key).text("reportIssue.issue.id")).isEqualTo(second);
    }

    @Test
    void refusesAnIdThatNamesAnotherIssueAndLeavesNothingBehind() {
        var id = UUID.randomUUID().toString();
        report(Map.of("id", id));
        var before = events();

        var key = UUID.randomUUID().toString();
        var taken = report(Map.of("id", id, "key", key));

        assertThat(taken.text("reportIssue.refusal.code")).isEqualTo("ID_TAKEN");
        assertThat(events()).isEqualTo(before);
        assertThat(report(Map.of("key", key)).get("reportIssue.replayed", Boolean.class))
                .isFalse();
    }

    @Test
    void pagesForwardsAndBackwardsOverEachIssueOnce() {
        IntStream.range(0, 7).forEach(i -> report(Map.of("description", "翻页用的事情之" + i)));
        var document = """
                query($first: Int, $after: String, $last: Int, $before: String) {
                  issues(filter: {text: "翻页用的"}, first: $first, after: $after, last: $last, before: $before) {
                    nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }""";
        var whole = graph.ask(document, Map.of("first", 100)).texts("issues.nodes[*].id");

        assertThat(whole).hasSize(7);
        assertThat(graph.walk(document, "issues", "id", true, 2)).isEqualTo(whole);
        assertThat(graph.walk(document, "issues", "id", false, 2)).isEqualTo(whole);
    }

    @Test
    void countsOpenIssuesOfEveryLevel() {
        var counts = "{ grid(by: {code: \"51019900100100102001\"}) { counts { openIssueCount }"
                + " ancestors { counts { openIssueCount } } } }";
        var before = graph.ask(counts);

        report(Map.of("point", Map.of("longitude", 104.03, "latitude", 30.81)));

        var after = graph.ask(counts);
        assertThat(after.number("grid.counts.openIssueCount"))
                .isEqualTo(before.number("grid.counts.openIssueCount") + 1);
        for (int i = 0; i < 4; i++) {
            var path = "grid.ancestors[" + i + "].counts.openIssueCount";
            assertThat(after.number(path)).isEqualTo(before.number(path) + 1);
        }
    }

    private static String typed(String code) {
        return code.toLowerCase(java.util.Locale.ROOT).replace('0', 'o').replaceFirst("(.{5})", "$1-");
    }

    private Answer report(Map<String, Object> fields) {
        return report(graph, fields);
    }

    private static Answer report(Graph reporter, Map<String, Object> fields) {
        return reporter.ask(REPORT, Map.of("input", input(fields)));
    }

    private static Map<String, Object> input(Map<String, Object> fields) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "key", UUID.randomUUID().toString(),
                "category", "DRAINAGE",
                "description", "村口下水道井盖破损，雨后积水。",
                "source", "RESIDENT_APP",
                "point", Map.of("longitude", 104.015, "latitude", 30.81)));
        input.putAll(fields);
        return input;
    }

    private long events() {
        try (var connection = TestPostgres.connect(graph.database());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select n from stream")) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
