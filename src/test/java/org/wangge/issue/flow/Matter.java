package org.wangge.issue.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wangge.graphql.GlobalId;
import org.wangge.town.Answer;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TownThing;

/// An issue as a test follows it: with the version that was read last.
final class Matter {
    private static final String DOCUMENT = """
            mutation($input: %s!) { done: %s(input: $input) {
              issue { id version status urgency round outcome caseNo }
              refusal { code message
                ... on InputRejected { problems { path code message } }
                ... on StaleVersion { expected current }
                ... on MissingEvidence { kinds }
                ... on MoveNotAllowed { allowed } }
              replayed cursor %s } }""";

    private final String database;
    private final UUID id;
    private int version = 1;

    private Matter(String database, UUID id) {
        this.database = database;
        this.id = id;
    }

    static Matter reported(Graph by, Map<String, Object> report) {
        var answer = send(by, "reportIssue", report);
        assertThat(answer.data().toString()).contains("refusal=null");
        return new Matter(by.database(), GlobalId.decode("issue", answer.text("done.issue.id")));
    }

    /// One that came about otherwise: its id and its version, as the database has them.
    static Matter read(String database, String row) {
        var words = row.split(" ");
        var matter = new Matter(database, UUID.fromString(words[0]));
        matter.version = Integer.parseInt(words[1]);
        return matter;
    }

    static Answer send(Graph by, String mutation, Map<String, ?> fields) {
        Map<String, Object> input =
                new HashMap<>(Map.of("key", UUID.randomUUID().toString()));
        input.putAll(fields);
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
        var more = mutation.equals("reportIssue") ? "trackingCode" : "";
        return by.ask(DOCUMENT.formatted(type, mutation, more), Map.of("input", input));
    }

    String id() {
        return GlobalId.encode("issue", id);
    }

    UUID uuid() {
        return id;
    }

    int version() {
        return version;
    }

    /// Gives a command that is carried out, and tells how the issue stands after it.
    String done(Graph by, String mutation, Map<String, ?> fields) {
        var answer = asked(by, mutation, fields);
        assertThat(answer.data().toString()).contains("refusal=null");
        version = answer.number("done.issue.version");
        return answer.text("done.issue.status");
    }

    /// Gives a command that is refused, and tells why; the issue stands as it stood.
    Answer refused(Graph by, String mutation, Map<String, ?> fields) {
        var before = row("concat_ws(' ', status, version, updated_at)");
        var answer = asked(by, mutation, fields);
        assertThat(answer.text("done.refusal.message")).isNotBlank();
        assertThat(row("concat_ws(' ', status, version, updated_at)")).isEqualTo(before);
        return answer;
    }

    /// Something of its row, in SQL.
    String row(String expression) {
        return texts("select " + expression + " from issue where id = :id").getFirst();
    }

    /// The first column of a query over the whole database; `:id` is this issue.
    List<String> texts(String sql) {
        return Tables.texts(database, sql.replace(":id", "'" + id + "'"));
    }

    /// What became of its clocks of a round: point, when it is due, when it was met, and `late` when it was.
    List<String> clocks(int round) {
        return texts("""
                select concat_ws(' ', point, to_char(due_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI'),
                                 coalesce('met ' || to_char(met_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI'),
                                          case when cancelled_at is not null then 'cancelled' end),
                                 case when breached_at is not null then 'late' end)
                from issue_clock where issue_id = :id and round = %d order by started_at, due_at, point""".formatted(round));
    }

    /// The moves that took it to another state, each with its time and where it led.
    List<String> steps() {
        return texts("""
                select concat_ws(' ', to_char(at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI'), move, to_status)
                from issue_timeline where issue_id = :id and from_status is distinct from to_status order by seq""");
    }

    static Map<String, Object> to(TownThing department) {
        return Map.of("lead", Map.of("departmentId", department.id()));
    }

    private Answer asked(Graph by, String mutation, Map<String, ?> fields) {
        Map<String, Object> input = new HashMap<>(Map.of("issueId", id(), "expectedVersion", version));
        input.putAll(fields);
        return send(by, mutation, input);
    }
}
