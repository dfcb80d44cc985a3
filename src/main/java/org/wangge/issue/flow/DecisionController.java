package org.wangge.issue.flow;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.issue.IssuePayload;
import reactor.core.publisher.Mono;

/// The commands of whoever decides and watches.
@Controller
class DecisionController {
    private final FlowDesk desk;

    DecisionController(FlowDesk desk) {
        this.desk = desk;
    }

    @MutationMapping
    Mono<IssuePayload> decideSuspension(
            @Argument DecisionAction.DecideSuspension input,
            @ContextValue Viewer viewer,
            @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> decideExtension(
            @Argument DecisionAction.DecideExtension input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> waiveEvidence(
            @Argument DecisionAction.WaiveEvidence input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> superviseIssue(
            @Argument DecisionAction.Supervise input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }
}
