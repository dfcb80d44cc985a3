package org.wangge.issue.reply;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.issue.Issue;
import org.wangge.issue.IssuePayload;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// A rating that says nothing about the work does not count (剔除): decided by the analysis post, and by
/// somebody who had nothing to do with the round.
@Controller
class ExclusionController {
    private static final Set<Role> DECIDED_BY = EnumSet.of(Role.ANALYSIS);

    private final Commands commands;
    private final Issues issues;
    private final Exclusions exclusions;
    private final Clock clock;

    ExclusionController(Commands commands, Issues issues, Exclusions exclusions, Clock clock) {
        this.commands = commands;
        this.issues = issues;
        this.exclusions = exclusions;
        this.clock = clock;
    }

    @MutationMapping
    Mono<IssuePayload> excludeRating(@Argument ExcludeRatingInput input, @ContextValue Viewer viewer) {
        if (viewer.signedIn().roles().stream().noneMatch(DECIDED_BY::contains)) {
            throw new Fault(FaultCode.NOT_PERMITTED);
        }
        return Mono.defer(() -> exclude(input, viewer))
                .flatMap(outcome -> payload(input, outcome, viewer))
                .onErrorResume(
                        Refused.class,
                        refused -> Mono.just(new IssuePayload(null, refused.refusal(), false, null, null)));
    }

    private Mono<Outcome> exclude(ExcludeRatingInput input, Viewer viewer) {
        input.check();
        var now = clock.instant();
        var work = issues.all(List.of(input.issueId().value()), IssueSight.of(viewer))
                .next()
                .filter(issue -> Insight.holds(viewer, DECIDED_BY, issue.gridKey()))
                .switchIfEmpty(Mono.error(() -> Problems.single("issueId", ProblemCode.UNKNOWN)))
                .doOnNext(issue -> requireVersion(issue, input))
                .delayUntil(issue -> requireAnother(issue, input, viewer))
                .flatMap(issue -> excluded(issue, input, viewer, now));
        return commands.once(new Command(viewer.actor(), input.key(), "excludeRating", input), now, work);
    }

    private Mono<Done> excluded(Issue issue, ExcludeRatingInput input, Viewer viewer, Instant now) {
        return exclusions
                .exclude(issue, input.round(), input.reason(), viewer.actor(), now)
                .filter(done -> done)
                .switchIfEmpty(Mono.error(() -> Problems.single("round", ProblemCode.UNKNOWN)))
                .map(done -> Done.quietly(issue.uuid(), issue.version()));
    }

    private static void requireVersion(Issue issue, ExcludeRatingInput input) {
        if (issue.version() != input.expectedVersion()) {
            throw new Refused(new Refusal.StaleVersion(input.expectedVersion(), issue.version()));
        }
    }

    private Mono<Boolean> requireAnother(Issue issue, ExcludeRatingInput input, Viewer viewer) {
        return exclusions
                .hadToDo(issue, input.round(), viewer)
                .filter(hadToDo -> !hadToDo)
                .switchIfEmpty(Mono.error(() -> Problems.single("issueId", ProblemCode.SECOND_PERSON)));
    }

    private Mono<IssuePayload> payload(ExcludeRatingInput input, Outcome outcome, Viewer viewer) {
        return issues.all(List.of(input.issueId().value()), IssueSight.of(viewer))
                .next()
                .map(issue -> new IssuePayload(issue, null, outcome.replayed(), outcome.cursor(), null));
    }
}
