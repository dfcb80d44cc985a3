package org.wangge.issue.flow;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.issue.Issue;
import reactor.core.publisher.Mono;

/// What stands beside the steps of issues, in the graph.
@Controller
class RegisterController {
    private final RegisterRows rows;
    private final Workers workers;

    RegisterController(RegisterRows rows, Workers workers) {
        this.rows = rows;
        this.workers = workers;
    }

    @BatchMapping(typeName = "Issue")
    Mono<Map<Issue, Suspension>> suspension(List<Issue> issues) {
        return Batch.one(issues, Issue::id, rows.suspensions(issues), Suspension::issueId);
    }

    @BatchMapping(typeName = "Issue")
    Mono<Map<Issue, IssueRegister>> register(List<Issue> issues, @ContextValue Viewer viewer) {
        return workers.of(issues, viewer)
                .flatMap(open -> rows.registers(open)
                        .map(registers -> open.stream()
                                .collect(Collectors.toMap(issue -> issue, issue -> registers.of(issue.id())))));
    }
}
