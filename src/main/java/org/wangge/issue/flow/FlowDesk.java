package org.wangge.issue.flow;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.access.Limits;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueLookup;
import org.wangge.issue.IssuePayload;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Answers commands on issues: with the issue after it, or why it was refused and how the issue stands.
@Component
class FlowDesk {
    private final FlowService service;
    private final Issues issues;
    private final Limits limits;

    FlowDesk(FlowService service, Issues issues, Limits limits) {
        this.service = service;
        this.issues = issues;
        this.limits = limits;
    }

    /// Somebody without an account needs the code on the receipt, and may try it only so often.
    Mono<IssuePayload> answer(Action action, Viewer viewer, String address) {
        return Mono.defer(() -> {
            if (action.trackingCode() == null) {
                viewer.signedIn();
            } else {
                limits.pass(Limits.Act.TRACK, viewer, address);
            }
            return service.carryOut(action, viewer)
                    .flatMap(outcome -> done(outcome, action, viewer))
                    .onErrorResume(Refused.class, refused -> refused(refused.refusal(), action, viewer));
        });
    }

    private Mono<IssuePayload> done(Outcome outcome, Action action, Viewer viewer) {
        return issue(new IssueId(outcome.subject()), action, viewer)
                .map(issue -> payload(issue, outcome))
                .switchIfEmpty(Mono.fromSupplier(() -> payload(null, outcome)));
    }

    private static IssuePayload payload(@Nullable Issue issue, Outcome outcome) {
        return new IssuePayload(issue, null, outcome.replayed(), outcome.cursor(), null);
    }

    private Mono<IssuePayload> refused(Refusal refusal, Action action, Viewer viewer) {
        return issue(action.issueId(), action, viewer)
                .map(issue -> new IssuePayload(issue, refusal, false, null, null))
                .defaultIfEmpty(new IssuePayload(null, refusal, false, null, null));
    }

    private Mono<Issue> issue(IssueId id, Action action, Viewer viewer) {
        return issues.find(new IssueLookup(id, null, action.trackingCode()), IssueSight.of(viewer));
    }
}
