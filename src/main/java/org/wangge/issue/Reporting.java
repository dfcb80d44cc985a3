package org.wangge.issue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.issue.Reports.Receipt;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Takes reports, within a transaction that has begun.
@Component
public class Reporting {
    private final Reports reports;
    private final ReportPlace place;
    private final List<AfterReport> followers;
    private final Clock clock;

    Reporting(Reports reports, ReportPlace place, List<AfterReport> followers, Clock clock) {
        this.reports = reports;
        this.place = place;
        this.followers = List.copyOf(followers);
        this.clock = clock;
    }

    /// Finds its grid by the point and its urgency by the category.
    ///
    /// @throws Refused INPUT_REJECTED, ID_TAKEN
    public Mono<Done> report(ReportIssueInput input, Viewer viewer, Instant now) {
        input.check(now);
        return receipt(input, viewer, now).flatMap(receipt -> write(receipt, input, viewer, now));
    }

    /// What is to be written.
    Mono<Receipt> receipt(ReportIssueInput input, Viewer viewer, Instant now) {
        var id = input.id() == null ? IssueId.at(now) : new IssueId(input.id());
        return place.action(input, id, viewer, LocalDate.ofInstant(now, clock.getZone()))
                .map(report -> new Receipt(Issue.reported(report, now), TrackingCode.next()));
    }

    Mono<Done> write(Receipt receipt, ReportIssueInput input, Viewer viewer, Instant now) {
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
