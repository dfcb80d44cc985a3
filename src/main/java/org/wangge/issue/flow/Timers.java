package org.wangge.issue.flow;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.issue.IssueId;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Moves that a date makes: what was put off goes on, a reporter who does not answer is waited for no
/// longer, and what nobody rated is archived after 15 days. Any node may do it: each has one key.
@Component
class Timers {
    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);
    private static final Duration UNRATED = Duration.ofDays(15);
    private static final String NO_ANSWER = "逾期未补充，继续办理";

    private final DatabaseClient database;
    private final FlowService service;
    private final Clock clock;

    Timers(DatabaseClient database, FlowService service, Clock clock) {
        this.database = database;
        this.service = service;
        this.clock = clock;
    }

    private record Due(IssueId id, int version, int round, String what) {}

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    Mono<Void> run() {
        return Mono.defer(this::keepDates);
    }

    private Mono<Void> keepDates() {
        var now = clock.instant();
        return Flux.concat(pauses(now), unrated(now))
                .concatMap(this::act)
                .then()
                .onErrorResume(failure -> Mono.fromRunnable(() ->
                        LOG.warn("Dates could not be kept, the next try is in a minute: {}", failure.toString())));
    }

    /// Whoever was faster has changed the issue: then there is nothing left to do, or the next run does it.
    private Mono<Void> act(Due due) {
        return service.carryOut(action(due), Actor.TIMER).then().onErrorResume(Refused.class, refused -> Mono.empty());
    }

    private static Action action(Due due) {
        var name = due.what() + '|' + due.id() + '|' + due.round() + '|' + due.version();
        var key = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return switch (due.what()) {
            case "WAIT_REPORTER" -> new ReporterAction.GiveInfo(key, due.id(), null, due.version(), NO_ANSWER, null);
            case "EVALUATE" -> new VerifyAction.Evaluate(key, due.id(), due.version(), null);
            default -> new HandlerAction.Resume(key, due.id(), due.version(), null);
        };
    }

    private Flux<Due> pauses(Instant now) {
        return database.sql("""
                        select i.id, i.version, i.round, p.kind as what
                        from issue_pause p join issue i on i.id = p.issue_id and i.round = p.round
                        where p.is_agreed and p.ended_at is null and p.review_on <= :today and i.status = 'SUSPENDED'
                        order by p.review_on, i.id
                        limit 500""")
                .bind("today", LocalDate.ofInstant(now, clock.getZone()))
                .map(row -> new Due(
                        new IssueId(Rows.uuid(row, "id")),
                        Rows.number(row, "version"),
                        Rows.number(row, "round"),
                        Rows.text(row, "what")))
                .all();
    }

    private Flux<Due> unrated(Instant now) {
        return database.sql("""
                        select i.id, i.version, i.round
                        from issue i
                        where i.status = 'CLOSED' and i.closed_at <= :before
                        order by i.closed_at, i.id
                        limit 500""")
                .bind("before", now.minus(UNRATED))
                .map(row -> new Due(
                        new IssueId(Rows.uuid(row, "id")),
                        Rows.number(row, "version"),
                        Rows.number(row, "round"),
                        "EVALUATE"))
                .all();
    }
}
