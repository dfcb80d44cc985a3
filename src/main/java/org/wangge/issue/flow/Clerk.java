package org.wangge.issue.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.issue.Categories;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueCategory;
import org.wangge.issue.IssueLevel;
import org.wangge.issue.Urgency;
import org.wangge.issue.clock.WorkingTime;
import org.wangge.issue.dispatch.HandInput;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Looks up what an action needs to know beside the case file.
@Component
class Clerk {
    private static final Duration REPORT_IN = Duration.ofHours(2);
    private static final Duration REPORT_IN_SOON = Duration.ofMinutes(30);

    private final Cases cases;
    private final Categories categories;
    private final Staffing staffing;
    private final Splitting splitting;
    private final Places places;
    private final WorkingTime working;

    Clerk(
            Cases cases,
            Categories categories,
            Staffing staffing,
            Splitting splitting,
            Places places,
            WorkingTime working) {
        this.cases = cases;
        this.categories = categories;
        this.staffing = staffing;
        this.splitting = splitting;
        this.places = places;
        this.working = working;
    }

    Mono<Facts> facts(Action action, CaseFile file, Viewer viewer, Instant now) {
        var issue = file.issue();
        return switch (action) {
            case IntakeAction.Accept accept -> accept(accept, issue);
            case IntakeAction.Merge merge ->
                cases.open(merge.intoId(), null, viewer).map(Facts::ofTarget).defaultIfEmpty(Facts.ofTarget(null));
            case DispatchAction.Dispatch dispatch ->
                hands(all(dispatch.lead(), dispatch.coHandlers()), issue, issue.level(), now);
            case DispatchAction.RuleReturn ruling ->
                hands(all(lead(ruling, file), ruling.coHandlers()), issue, issue.level(), now);
            case DispatchAction.Escalate escalate -> up(escalate.lead(), issue, now);
            case DispatchAction.Whistle whistle -> hands(called(whistle), issue, issue.level(), now);
            case DispatchAction.Split split -> splitting.of(split, issue).map(Facts::ofParts);
            case HandlerAction.SelfHandle self -> selfHandle(issue, viewer, now);
            case IntakeAction.Reject other -> Mono.just(Facts.NONE);
            case IntakeAction.AnswerDirectly other -> Mono.just(Facts.NONE);
            case IntakeAction.Unmerge other -> Mono.just(Facts.NONE);
            case HandlerAction other -> Mono.just(Facts.NONE);
            case DecisionAction.Card card -> up(null, issue, now);
            case DecisionAction other -> Mono.just(Facts.NONE);
            case VerifyAction other -> Mono.just(Facts.NONE);
            case ReporterAction other -> Mono.just(Facts.NONE);
        };
    }

    private Mono<Facts> accept(IntakeAction.Accept accept, Issue issue) {
        var category = accept.category() == null
                ? Mono.<IssueCategory>empty()
                : categories
                        .find(accept.category())
                        .switchIfEmpty(Mono.error(() -> Problems.single("category", ProblemCode.UNKNOWN)));
        return Mono.zip(
                        category.singleOptional(),
                        places.near(accept.gridId(), issue, "gridId").singleOptional(),
                        staffing.suspects(issue))
                .map(found ->
                        Facts.ofAccept(found.getT1().orElse(null), found.getT2().orElse(null), found.getT3()));
    }

    private Mono<Facts> hands(List<HandInput> wanted, Issue issue, IssueLevel level, Instant now) {
        return Flux.fromIterable(wanted)
                .concatMap(hand -> staffing.hand(hand, issue, now).singleOptional())
                .collectList()
                .zipWhen(found -> category(issue))
                .zipWhen(found -> staffing.suggestion(issue, level, now).singleOptional())
                .zipWhen(found -> staffing.isAdmitted(found.getT1().getT2(), issue, now))
                .map(found -> Facts.ofHands(
                        found.getT1().getT1().getT2(),
                        found.getT1().getT1().getT1(),
                        found.getT1().getT2().orElse(null),
                        found.getT2(),
                        reportBy(issue, now)));
    }

    /// Whom it is given to a level up: who is named, or who is suggested there.
    private Mono<Facts> up(@Nullable HandInput lead, Issue issue, Instant now) {
        var up = IssueLevel.values()[Math.min(issue.level().ordinal() + 1, IssueLevel.values().length - 1)];
        return hands(all(lead, null), issue, up, now)
                .map(facts -> lead == null && facts.suggestion() != null
                        ? Facts.ofHands(
                                java.util.Objects.requireNonNull(facts.category()),
                                List.of(Optional.of(facts.suggestion())),
                                facts.suggestion(),
                                facts.isAdmitted(),
                                null)
                        : facts);
    }

    private Mono<Facts> selfHandle(Issue issue, Viewer viewer, Instant now) {
        var member = viewer.memberId();
        return member == null
                ? Mono.just(Facts.NONE)
                : hands(List.of(staffing.member(member)), issue, issue.level(), now);
    }

    private Mono<IssueCategory> category(Issue issue) {
        return categories.all(List.of(issue.categoryId().value())).single();
    }

    private Instant reportBy(Issue issue, Instant now) {
        var isSoon = issue.urgency() == Urgency.EMERGENCY || issue.urgency() == Urgency.URGENT;
        return isSoon ? now.plus(REPORT_IN_SOON) : working.plus(now, REPORT_IN);
    }

    /// Overruled, it goes back to whoever refused it, unless somebody else is named.
    private static @Nullable HandInput lead(DispatchAction.RuleReturn ruling, CaseFile file) {
        return ruling.lead() != null
                ? ruling.lead()
                : file.lastReturned()
                        .map(order -> order.departmentId() == null
                                ? new HandInput(order.memberId(), null)
                                : new HandInput(null, order.departmentId()))
                        .orElse(null);
    }

    private static List<HandInput> called(DispatchAction.Whistle whistle) {
        return whistle.departmentIds().stream()
                .map(department -> new HandInput(null, department))
                .toList();
    }

    private static List<HandInput> all(@Nullable HandInput lead, @Nullable List<HandInput> others) {
        var all = new ArrayList<HandInput>();
        if (lead != null) {
            all.add(lead);
        }
        if (others != null) {
            all.addAll(others);
        }
        return all;
    }
}
