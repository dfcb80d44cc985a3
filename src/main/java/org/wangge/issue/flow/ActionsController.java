package org.wangge.issue.flow;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import org.wangge.issue.Move;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.Refusal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What somebody may do to an issue now, and why not the rest.
@Controller
class ActionsController {
    private final Cases cases;
    private final Guards guards;
    private final Issues issues;
    private final Clock clock;

    ActionsController(Cases cases, Guards guards, Issues issues, Clock clock) {
        this.cases = cases;
        this.guards = guards;
        this.issues = issues;
        this.clock = clock;
    }

    /// A command, for somebody, now.
    record IssueAction(Move move, boolean allowed, @Nullable Refusal refusal) {}

    @SchemaMapping
    Mono<List<IssueAction>> actions(Issue issue, @ContextValue Viewer viewer) {
        return cases.read(issue.id(), viewer)
                .map(file -> actions(file, viewer, clock.instant()))
                .defaultIfEmpty(List.of());
    }

    private List<IssueAction> actions(CaseFile file, Viewer viewer, Instant now) {
        return Arrays.stream(Move.values())
                .filter(move -> move != Move.REPORT)
                .map(move -> action(move, guards.verdict(move, Actor.inFront(viewer), file, now)))
                .toList();
    }

    private static IssueAction action(Move move, Guards.Verdict verdict) {
        return new IssueAction(move, verdict.refusal() == null, verdict.refusal());
    }

    @SchemaMapping
    String label(IssueAction action, @Argument @Nullable String locale, Locale request) {
        return MoveLabels.of(action.move(), locale, request);
    }

    @SchemaMapping
    Flux<Issue> candidates(FlowRefusal.DuplicateSuspected suspected, @ContextValue Viewer viewer) {
        List<UUID> ids = suspected.candidateIds();
        return issues.all(ids, IssueSight.of(viewer));
    }
}
