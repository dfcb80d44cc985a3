package org.wangge.issue.flow;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.issue.IssuePayload;
import reactor.core.publisher.Mono;

/// The commands of whoever verifies.
@Controller
class VerifyController {
    private final FlowDesk desk;

    VerifyController(FlowDesk desk) {
        this.desk = desk;
    }

    @MutationMapping
    Mono<IssuePayload> verifyIssue(
            @Argument VerifyAction.Verify input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> closeIssue(
            @Argument VerifyAction.Close input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> recordCallback(
            @Argument VerifyAction.RecordCallback input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }

    @MutationMapping
    Mono<IssuePayload> evaluateIssue(
            @Argument VerifyAction.Evaluate input, @ContextValue Viewer viewer, @ContextValue String address) {
        return desk.answer(input, viewer, address);
    }
}
