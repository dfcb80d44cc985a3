package org.wangge.issue.flow;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.issue.IssuePayload;
import reactor.core.publisher.Mono;

/// The commands of whoever takes matters in.
@Controller
class IntakeController {
    private final FlowDesk desk;

    IntakeController(FlowDesk desk) {
        this.desk = desk;
    }

    @MutationMapping
    Mono<IssuePayload> acceptIssue(
            @Argument IntakeAction.Accept input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> rejectIssue(
            @Argument IntakeAction.Reject input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> answerDirectly(
            @Argument IntakeAction.AnswerDirectly input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> mergeIssue(
            @Argument IntakeAction.Merge input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> unmergeIssue(
            @Argument IntakeAction.Unmerge input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }
}
