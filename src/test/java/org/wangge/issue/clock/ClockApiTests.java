package org.wangge.issue.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.issue.clock.ClockDesk.done;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.wangge.issue.Issue;
import org.wangge.town.Answer;
import org.wangge.town.Graph;
import org.wangge.town.Statements;
import org.wangge.town.TestPostgres;
import org.wangge.town.TownAccount;

/// The clocks of issues in the graph.
@ClockTest
@Import(Statements.class)
class ClockApiTests {
    private static final String CLOCKS = """
            query($id: ID!, $round: Int) {
              issue(by: {id: $id}) {
                nextDueAt isOverdue
                clocks(round: $round) {
                  point round no isWorking startedAt dueAt originalDueAt metAt cancelledAt breachedAt isPaused elapsed active
                  paused remaining
                }
              }
            }""";

    @Autowired
    ClockDesk desk;

    @Autowired
    Clocks clocks;

    @Autowired
    Clock clock;

    @Autowired
    Statements statements;

    @Autowired
    Graph graph;

    @BeforeEach
    void onlyOurs() {
        TestPostgres.execute(graph.database(), "update issue set next_due_at = null");
    }

    @Test
    void showWhatBecameOfEachPoint() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.SIGN, "2026-03-02 09:40");
        desk.start(issue, DuePoint.HANDLE, "2026-03-02 10:00");
        desk.meet(issue, DuePoint.SIGN, "2026-03-02 15:00");
        desk.pause(issue, DuePoint.HANDLE, "2026-03-02 16:00");
        desk.resume(issue, DuePoint.HANDLE, "2026-03-05 10:00");
        desk.meet(issue, DuePoint.HANDLE, "2026-03-06 10:00");

        var answer = ask(issue, null);

        assertThat(answer.texts("issue.clocks[*].point")).containsExactly("SIGN", "HANDLE");
        assertThat(answer.text("issue.clocks[0].breachedAt")).isEqualTo("2026-03-02T06:40:00Z");
        // From Monday 10:00 to Friday 10:00 are 28 hours, of which 16:00 to Thursday 10:00 were 1 + 7 + 7 + 1.
        assertThat(answer.text("issue.clocks[1].elapsed")).isEqualTo("PT28H");
        assertThat(answer.text("issue.clocks[1].paused")).isEqualTo("PT16H");
        assertThat(answer.text("issue.clocks[1].active")).isEqualTo("PT12H");
        assertThat(answer.isNull("issue.clocks[1].remaining")).isTrue();
        assertThat(answer.isNull("issue.nextDueAt")).isTrue();
        assertThat(answer.get("issue.isOverdue", Boolean.class)).isFalse();
    }

    @Test
    void sumUpWhileTheyStandStill() {
        var issue = desk.issue("EMERGENCY");
        var start = clock.instant().minus(Duration.ofMinutes(50));
        done(clocks.start(issue, DuePoint.HANDLE, start));
        done(clocks.pause(issue.id(), 1, Set.of(), start.plus(Duration.ofMinutes(20))));

        var answer = ask(issue, 1);

        assertThat(answer.get("issue.clocks[0].isPaused", Boolean.class)).isTrue();
        assertThat(length(answer, "active").plus(length(answer, "paused"))).isEqualTo(length(answer, "elapsed"));
        assertThat(length(answer, "active")).isEqualTo(Duration.ofMinutes(20));
        assertThat(length(answer, "remaining")).isEqualTo(Duration.ofMinutes(100));
        assertThat(answer.isNull("issue.nextDueAt")).isTrue();
    }

    @Test
    void areOverdueFromTheirDueTimeOn() {
        var late = desk.issue("EMERGENCY");
        done(clocks.start(late, DuePoint.HANDLE, clock.instant().minus(Duration.ofHours(3))));
        var early = desk.issue("EMERGENCY");
        done(clocks.start(early, DuePoint.HANDLE, clock.instant()));

        assertThat(ask(late, null).get("issue.isOverdue", Boolean.class)).isTrue();
        assertThat(length(ask(late, null), "remaining")).isZero();
        assertThat(ask(early, null).get("issue.isOverdue", Boolean.class)).isFalse();
    }

    @Test
    void areThoseOfTheRoundThatIsAskedFor() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.ACCEPT, "2026-03-02 09:40");
        var reopened = desk.changed(issue, "round = 2");
        desk.start(reopened, DuePoint.HANDLE, "2026-03-12 09:40");

        assertThat(ask(issue, 1).texts("issue.clocks[*].point")).containsExactly("ACCEPT");
        assertThat(ask(issue, null).texts("issue.clocks[*].point")).containsExactly("HANDLE");
        assertThat(ask(issue, 3).list("issue.clocks", Object.class)).isEmpty();
    }

    @Test
    void areSeenByWhoeverSeesTheIssue() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.HANDLE, "2026-03-02 09:40");

        var answer = graph.as(TownAccount.NEWCOMER)
                .ask(CLOCKS, Map.of("id", issue.id().toString()));

        assertThat(answer.texts("issue.clocks[*].point")).containsExactly("HANDLE");
    }

    @Test
    void orderAndFilterLists() {
        var soon = due(Duration.ofHours(1));
        var later = due(Duration.ofHours(5));
        var passed = due(Duration.ofHours(-1));
        desk.issue("NORMAL");

        assertThat(list("orderBy: {field: DUE_AT, direction: ASC}"))
                .containsExactly(
                        passed.id().toString(), soon.id().toString(), later.id().toString());
        assertThat(list("orderBy: {field: DUE_AT, direction: DESC}, filter: {isOverdue: false}"))
                .containsExactly(later.id().toString(), soon.id().toString());
        assertThat(list("filter: {isOverdue: true}"))
                .containsExactly(passed.id().toString());
        assertThat(list("orderBy: {field: DUE_AT, direction: ASC}, filter: {dueBefore: \""
                        + clock.instant().plus(Duration.ofHours(2)) + "\"}"))
                .containsExactly(passed.id().toString(), soon.id().toString());
        assertThat(pages())
                .containsExactly(
                        passed.id().toString(), soon.id().toString(), later.id().toString());
    }

    @Test
    void takeTheSameStatementsForManyAsForOne() {
        var issues = java.util.stream.IntStream.range(0, 20)
                .mapToObj(i -> due(Duration.ofHours(i + 1)))
                .toList();
        var query = """
                query($first: Int!) {
                  issues(first: $first, orderBy: {field: DUE_AT, direction: ASC}) {
                    nodes { nextDueAt isOverdue clocks { point elapsed active paused remaining } }
                  }
                }""";

        assertThat(issues).hasSize(20);
        graph.ask(query, Map.of("first", 1));
        statements.taken();
        graph.ask(query, Map.of("first", 1));
        var one = statements.taken();
        graph.ask(query, Map.of("first", 20));
        var many = statements.taken();

        assertThat(many).hasSameSizeAs(one);
    }

    private Issue due(Duration in) {
        var issue = desk.issue("URGENT");
        done(clocks.start(issue, DuePoint.HANDLE, clock.instant().plus(in).minus(Duration.ofDays(1))));
        return issue;
    }

    private List<String> list(String arguments) {
        return graph.ask("{ issues(" + arguments + ") { nodes { id } } }").texts("issues.nodes[*].id");
    }

    private List<String> pages() {
        var ids = new java.util.ArrayList<String>();
        var after = "";
        for (int i = 0; i < 3; i++) {
            var answer = graph.ask("""
                    { issues(first: 1, orderBy: {field: DUE_AT, direction: ASC}%s) { nodes { id } pageInfo { endCursor } } }""".formatted(after));
            ids.addAll(answer.texts("issues.nodes[*].id"));
            after = ", after: \"" + answer.text("issues.pageInfo.endCursor") + "\"";
        }
        return ids;
    }

    private Answer ask(Issue issue, @org.jspecify.annotations.Nullable Integer round) {
        Map<String, Object> variables =
                new java.util.HashMap<>(Map.of("id", issue.id().toString()));
        variables.put("round", round);
        return graph.ask(CLOCKS, variables);
    }

    private static Duration length(Answer answer, String field) {
        return Duration.parse(answer.text("issue.clocks[0]." + field));
    }
}
