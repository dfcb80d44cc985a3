package org.wangge.issue.flow;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.issue.IssuePayload;
import reactor.core.publisher.Mono;

/// The commands of whoever has matters in hand.
@Controller
class HandlerController {
    private final FlowDesk desk;

    HandlerController(FlowDesk desk) {
        this.desk = desk;
    }

    @MutationMapping
    Mono<IssuePayload> selfHandle(
            @Argument HandlerAction.SelfHandle input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> signOrder(
            @Argument HandlerAction.Sign input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> returnOrder(
            @Argument HandlerAction.Return input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> addProcess(
            @Argument HandlerAction.AddProcess input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> addEvidence(
            @Argument HandlerAction.AddEvidence input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> requestInfo(
            @Argument HandlerAction.RequestInfo input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> requestSuspension(
            @Argument HandlerAction.RequestSuspension input,
            @ContextValue Viewer viewer,
            @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> resumeIssue(
            @Argument HandlerAction.Resume input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> requestExtension(
            @Argument HandlerAction.RequestExtension input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> respondWhistle(
            @Argument HandlerAction.RespondWhistle input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> submitResult(
            @Argument HandlerAction.SubmitResult input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> recallResult(
            @Argument HandlerAction.RecallResult input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }
}
