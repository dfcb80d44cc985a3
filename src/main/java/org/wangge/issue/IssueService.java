package org.wangge.issue;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.issue.Reports.Receipt;
import reactor.core.publisher.Mono;

/// What people do with issues.
@Service
class IssueService {
    private final Commands commands;
    private final Reporting reporting;
    private final Reports reports;
    private final Clock clock;

    IssueService(Commands commands, Reporting reporting, Reports reports, Clock clock) {
        this.commands = commands;
        this.reporting = reporting;
        this.reports = reports;
        this.clock = clock;
    }

    /// Takes a report: finds its grid by the point and its urgency by the category. What was written is the
    /// answer; only that of a report sent again is read.
    ///
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, ID_TAKEN, KEY_REUSED
    Mono<IssuePayload> report(ReportIssueInput input, Viewer viewer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        input.check(now);
        var command = new Command(viewer.actor(), input.key(), "reportIssue", input);
        var written = new AtomicReference<Receipt>();
        var work = reporting
                .receipt(input, viewer, now)
                .doOnNext(written::set)
                .flatMap(receipt -> reporting.write(receipt, input, viewer, now));
        return commands.once(command, now, work)
                .flatMap(outcome -> Mono.justOrEmpty(written.get())
                        .switchIfEmpty(reports.receipt(new IssueId(outcome.subject())))
                        .map(receipt -> IssuePayload.of(receipt, outcome)));
    }
}
