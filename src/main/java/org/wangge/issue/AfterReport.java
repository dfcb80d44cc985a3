package org.wangge.issue;

import java.time.Instant;
import java.util.List;
import org.wangge.feed.NewEvent;
import reactor.core.publisher.Mono;

/// What follows from a report, in its transaction: its files become the issue's, its clock starts,
/// somebody is told.
public interface AfterReport {
    /// By when somebody has to act on it first, so far as it is for this one to say: the issue is written with it.
    default Mono<Instant> dueAt(Issue issue, Instant now) {
        return Mono.empty();
    }

    /// What there is to tell of it, beside the report itself.
    ///
    /// @throws org.wangge.refusal.Refused which undoes the report
    Mono<List<NewEvent>> reported(ReportIssueInput input, Issue issue, String actor, Instant now);
}
