package org.wangge.issue.flow;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wangge.feed.NewEvent;
import org.wangge.issue.AfterReport;
import org.wangge.issue.Issue;
import org.wangge.issue.ReportIssueInput;
import org.wangge.issue.clock.Clocks;
import org.wangge.issue.clock.DuePoint;
import reactor.core.publisher.Mono;

/// With the report the first clock starts: somebody has to accept it, or say why not.
@Component
class FirstClock implements AfterReport {
    private final Clocks clocks;

    FirstClock(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public Mono<Instant> dueAt(Issue issue, Instant now) {
        return clocks.dueAt(issue, DuePoint.ACCEPT, now);
    }

    @Override
    public Mono<List<NewEvent>> reported(ReportIssueInput input, Issue issue, String actor, Instant now) {
        return clocks.start(issue, DuePoint.ACCEPT, now).thenReturn(List.of());
    }
}
