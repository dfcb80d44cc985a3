package org.wangge.issue.flow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.issue.Issue;
import org.wangge.issue.Ties;
import reactor.core.publisher.Mono;

/// What stands beside the steps of issues, in the graph.
@Controller
class RegisterController {
    private final RegisterRows rows;
    private final Ties ties;

    RegisterController(RegisterRows rows, Ties ties) {
        this.rows = rows;
        this.ties = ties;
    }

    @BatchMapping(typeName = "Issue")
    Mono<Map<Issue, Suspension>> suspension(List<Issue> issues, @ContextValue Viewer viewer) {
        return ties.of(issues, viewer).flatMap(known -> {
            var inside = issues.stream()
                    .filter(issue -> Objects.requireNonNull(known.get(issue)).isInside())
                    .map(Issue::id)
                    .collect(Collectors.toSet());
            var found = rows.suspensions(issues).map(one -> inside.contains(one.issueId()) ? one : one.withoutReason());
            return Batch.one(issues, Issue::id, found, Suspension::issueId);
        });
    }

    @BatchMapping(typeName = "Issue")
    Mono<Map<Issue, IssueRegister>> register(List<Issue> issues, @ContextValue Viewer viewer) {
        return ties.working(issues, viewer)
                .flatMap(open -> rows.registers(open)
                        .map(registers -> open.stream()
                                .collect(Collectors.toMap(issue -> issue, issue -> registers.of(issue.id())))));
    }
}
