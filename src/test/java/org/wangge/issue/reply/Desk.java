package org.wangge.issue.reply;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.wangge.graphql.GlobalId;
import org.wangge.grid.Scope;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import org.wangge.refusal.Problem;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import reactor.core.publisher.Mono;

/// Issues to reply to.
@TestComponent
class Desk {
    static final Instant NOW = Instant.parse("2026-03-05T02:00:00Z");

    private final Graph graph;
    private final Issues issues;

    Desk(Graph graph, Issues issues) {
        this.graph = graph;
        this.issues = issues;
    }

    /// A public one in 东院, reported by whoever asks that graph, with its tracking code.
    Reported report(Graph reporter, Map<String, ?> more) {
        var input = new HashMap<String, Object>(Map.of(
                "key", UUID.randomUUID().toString(),
                "category", "STREET_LIGHT",
                "description", "东院的路灯不亮已经三天",
                "source", "RESIDENT_APP",
                "gridId", Town.EAST_YARD.id()));
        input.putAll(more);
        var answer = reporter.ask(
                "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } trackingCode refusal { code ... on InputRejected { problems { path code } } } } }",
                Map.of("input", input));
        return new Reported(
                GlobalId.decode("issue", answer.text("reportIssue.issue.id")), answer.text("reportIssue.trackingCode"));
    }

    Reported report() {
        return report(graph, Map.of());
    }

    Issue issue(Reported reported) {
        return Awaited.the(issues.all(List.of(reported.uuid()), IssueSight.of(Scope.everywhere()))
                .next());
    }

    void change(Reported reported, String set) {
        TestPostgres.execute(graph.database(), "update issue set " + set + " where id = '" + reported.uuid() + "'");
    }

    record Reported(UUID uuid, String trackingCode) {
        String id() {
            return GlobalId.encode("issue", uuid);
        }
    }

    /// What is wrong, as `path code`; null when nothing is.
    static @Nullable List<String> problems(Mono<?> checked) {
        return Awaited.the(checked.then(Mono.just(new Found(null)))
                        .onErrorResume(Refused.class, refused -> Mono.just(new Found(listed(refused)))))
                .problems();
    }

    private record Found(@Nullable List<String> problems) {}

    private static List<String> listed(Refused refused) {
        return refused.refusal() instanceof Refusal.InputRejected(var problems)
                ? problems.stream().map(Desk::listed).toList()
                : List.of(refused.refusal().code().name());
    }

    private static String listed(Problem problem) {
        return problem.path() + " " + problem.code();
    }
}
