package org.wangge.issue.flow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueCategory;
import org.wangge.issue.IssueLevel;
import org.wangge.issue.dispatch.Dispatching;
import org.wangge.issue.dispatch.Hand;
import org.wangge.issue.dispatch.HandInput;
import org.wangge.issue.likeness.Likeness;
import org.wangge.personnel.DutyList;
import org.wangge.personnel.MemberId;
import reactor.core.publisher.Mono;

/// Who can have an issue in hand, and what it looks like beside others.
@Component
class Staffing {
    private static final double ALIKE = 0.5;

    private final Dispatching dispatching;
    private final DutyList dutyList;
    private final Likeness likeness;
    private final Clock clock;

    Staffing(Dispatching dispatching, DutyList dutyList, Likeness likeness, Clock clock) {
        this.dispatching = dispatching;
        this.dutyList = dutyList;
        this.likeness = likeness;
        this.clock = clock;
    }

    Mono<Hand> hand(HandInput wanted, Issue issue, Instant now) {
        return dispatching.hand(wanted, issue, now);
    }

    HandInput member(UUID id) {
        return new HandInput(new MemberId(id), null);
    }

    Mono<Hand> suggestion(Issue issue, IssueLevel level, Instant now) {
        return dispatching.suggestion(issue, level, now);
    }

    Mono<Boolean> isAdmitted(IssueCategory category, Issue issue, Instant now) {
        return dutyList.admits(category.code(), issue.gridKey(), LocalDate.ofInstant(now, clock.getZone()));
    }

    /// Open issues that it may be a duplicate of: close by, or told in much the same words.
    Mono<List<UUID>> suspects(Issue issue) {
        return likeness.of(issue)
                .map(found -> found.stream()
                        .filter(candidate -> candidate.metres() != null || candidate.similarity() >= ALIKE)
                        .map(candidate -> candidate.id().value())
                        .toList());
    }
}
