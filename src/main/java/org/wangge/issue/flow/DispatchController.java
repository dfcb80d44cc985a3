package org.wangge.issue.flow;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.issue.IssuePayload;
import reactor.core.publisher.Mono;

/// The commands of whoever sends matters on.
@Controller
class DispatchController {
    private final FlowDesk desk;

    DispatchController(FlowDesk desk) {
        this.desk = desk;
    }

    @MutationMapping
    Mono<IssuePayload> dispatchIssue(
            @Argument DispatchAction.Dispatch input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> ruleReturn(
            @Argument DispatchAction.RuleReturn input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> escalateIssue(
            @Argument DispatchAction.Escalate input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> whistle(
            @Argument DispatchAction.Whistle input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> splitIssue(
            @Argument DispatchAction.Split input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }
}
