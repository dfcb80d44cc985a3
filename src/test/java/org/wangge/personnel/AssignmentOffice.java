package org.wangge.personnel;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.wangge.town.Answer;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownGrid;
import org.wangge.town.TownThing;

/// Sends the commands on assignments, and looks at what they left.
final class AssignmentOffice {
    private static final String PAYLOAD = """
            { assignment { id role fromOn toOn endReason basis version member { name } grid { name } }
              refusal { __typename code message
                ... on PositionTaken { holderId } ... on StaleVersion { expected current } ... on IdTaken { id }
                ... on InputRejected { problems { path code message } } }
              replayed cursor }""";

    private final Graph graph;

    AssignmentOffice(Graph graph) {
        this.graph = graph;
    }

    /// Back to the assignments of the town.
    void tidyUp() {
        TestPostgres.execute(graph.database(), """
                delete from assignment where id::text not like '00000000-0000-7004-8000-%';
                update assignment set to_on = null, end_reason = null, version = 1 where from_on = '2025-01-01'""");
    }

    Answer assign(UUID key, TownThing member, TownGrid grid, String role, String more) {
        var from = more.contains("fromOn") ? "" : "fromOn: \"2026-01-01\"";
        return graph.ask("""
                mutation { done: assignMember(input: {
                  key: "%s", memberId: "%s", gridId: "%s", role: %s %s %s }) %s }""".formatted(key, member.id(), grid.id(), role, from, more, PAYLOAD));
    }

    Answer end(UUID key, TownThing assignment, int version, String toOn, String reason) {
        return graph.ask("""
                mutation { done: endAssignment(input: {
                  key: "%s", assignmentId: "%s", expectedVersion: %d, toOn: "%s", reason: "%s" }) %s }""".formatted(key, assignment.id(), version, toOn, reason, PAYLOAD));
    }

    Answer handOver(UUID key, TownThing assignment, int version, TownThing to, String on) {
        return graph.ask("""
                mutation { done: handOverAssignment(input: {
                  key: "%s", assignmentId: "%s", expectedVersion: %d, toMemberId: "%s", on: "%s" }) %s }""".formatted(key, assignment.id(), version, to.id(), on, PAYLOAD));
    }

    List<String> membersOn(String day) {
        return graph.ask("""
                query($id: ID!) { assignments(filter: {gridId: $id, roles: [GRID_MEMBER], on: "%s"}) {
                  nodes { member { name } } } }""".formatted(day), Map.of("id", Town.WILLOW_ONE.id()))
                .texts("assignments.nodes[*].member.name");
    }

    static List<Answer> atOnce(int times, Callable<Answer> command) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(Collections.nCopies(times, command));
            return answers.stream().map(Future::resultNow).toList();
        }
    }

    static boolean isDone(Answer answer) {
        return answer.get("done", Map.class).get("refusal") == null;
    }

    static List<String> problems(Answer answer) {
        return answer.list("done.refusal.problems", Map.class).stream()
                .map(problem -> problem.get("path") + " " + problem.get("code"))
                .toList();
    }

    long events() {
        return Long.parseLong(rows("select n from stream").getFirst());
    }

    /// The types and grids of the newest events, in their order.
    List<String> lastEvents(int count) {
        return rows("select type || ' ' || grid_key from event order by n desc limit " + count)
                .reversed();
    }

    private List<String> rows(String sql) {
        try (var connection = TestPostgres.connect(graph.database());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
