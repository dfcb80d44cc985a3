package org.wangge.issue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
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

    /// Takes a report: finds its grid by the point and its urgency by the category.
    ///
    /// @throws Refused INPUT_REJECTED, ID_TAKEN, KEY_REUSED
    Mono<Outcome> report(ReportIssueInput input, Viewer viewer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        input.check(now);
        var command = new Command(viewer.actor(), input.key(), "reportIssue", input);
        var work = place.action(input, viewer, LocalDate.ofInstant(now, clock.getZone()))
                .flatMap(action -> write(action, input, viewer, now));
        return commands.once(command, now, work);
    }

    private Mono<Done> write(Report report, ReportIssueInput input, Viewer viewer, Instant now) {
        var issue = Issue.reported(report, now);
        return reports.insert(issue, Move.REPORT, TrackingCode.next(), viewer.actor())
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

    private static NewEvent event(Move move, Issue issue, Instant now) {
        return new NewEvent(move.event(), issue.uuid(), issue.version(), issue.gridKey(), now);
    }
}
