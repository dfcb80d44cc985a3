package org.wangge.issue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.issue.Reports.Receipt;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What people do with issues.
@Service
class IssueService {
    private final Commands commands;
    private final Reports reports;
    private final ReportPlace place;
    private final List<AfterReport> followers;
    private final Clock clock;

    IssueService(Commands commands, Reports reports, ReportPlace place, List<AfterReport> followers, Clock clock) {
        this.commands = commands;
        this.reports = reports;
        this.place = place;
        this.followers = List.copyOf(followers);
        this.clock = clock;
    }

    /// Takes a report: finds its grid by the point and its urgency by the category. What was written is the
    /// answer; only that of a report sent again is read.
    ///
    /// @throws Refused INPUT_REJECTED, ID_TAKEN, KEY_REUSED
    Mono<IssuePayload> report(ReportIssueInput input, Viewer viewer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        input.check(now);
        var command = new Command(viewer.actor(), input.key(), "reportIssue", input);
        var written = new AtomicReference<Receipt>();
        var id = input.id() == null ? IssueId.at(now) : new IssueId(input.id());
        var work = place.action(input, id, viewer, LocalDate.ofInstant(now, clock.getZone()))
                .map(report -> new Receipt(Issue.reported(report, now), TrackingCode.next()))
                .doOnNext(written::set)
                .flatMap(receipt -> write(receipt, input, viewer, now));
        return commands.once(command, now, work)
                .flatMap(outcome -> Mono.justOrEmpty(written.get())
                        .switchIfEmpty(reports.receipt(new IssueId(outcome.subject())))
                        .map(receipt -> IssuePayload.of(receipt, outcome)));
    }

    private Mono<Done> write(Receipt receipt, ReportIssueInput input, Viewer viewer, Instant now) {
        var issue = receipt.issue();
        return dueAt(issue, now)
                .flatMap(dueAt -> reports.insert(receipt, dueAt.orElse(null), viewer.actor()))
                .filter(inserted -> inserted)
                .switchIfEmpty(Mono.error(
                        () -> new Refused(new Refusal.IdTaken(issue.id().toString()))))
                .thenMany(Flux.fromIterable(followers))
                .concatMap(follower -> follower.reported(input, issue, viewer.actor(), now))
                .concatMapIterable(told -> told)
                .startWith(event(Move.REPORT, issue, now))
                .collectList()
                .map(told -> new Done(issue.uuid(), issue.version(), told));
    }

    private Mono<Optional<Instant>> dueAt(Issue issue, Instant now) {
        return Flux.fromIterable(followers)
                .concatMap(follower -> follower.dueAt(issue, now))
                .next()
                .singleOptional();
    }

    private static NewEvent event(Move move, Issue issue, Instant now) {
        return new NewEvent(move.event(), issue.uuid(), issue.version(), issue.gridKey(), now);
    }
}
