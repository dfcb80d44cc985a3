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
import org.wangge.personnel.DutyList;
import org.wangge.personnel.MemberId;
import reactor.core.publisher.Mono;

/// Who can have an issue in hand, and what it looks like beside others.
@Component
class Staffing {
    private final Dispatching dispatching;
    private final DutyList dutyList;
    private final Clock clock;

    Staffing(Dispatching dispatching, DutyList dutyList, Clock clock) {
        this.dispatching = dispatching;
        this.dutyList = dutyList;
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

    Mono<List<UUID>> suspects(Issue issue) {
        return Mono.just(List.of());
    }
}
