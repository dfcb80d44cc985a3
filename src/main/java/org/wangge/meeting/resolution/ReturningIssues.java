package org.wangge.meeting.resolution;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.issue.PutOff;
import reactor.core.publisher.Mono;

/// Issues that were put off to be deliberated on come back when that has been done: when a resolution is
/// put into effect, or nothing passed. At once after the command, and again every minute, on any node.
@Component
class ReturningIssues {
    private static final Logger LOG = LoggerFactory.getLogger(ReturningIssues.class);

    private final DatabaseClient database;
    private final PutOff putOff;

    ReturningIssues(DatabaseClient database, PutOff putOff) {
        this.database = database;
        this.putOff = putOff;
    }

    private record Returning(UUID[] issues, Instant adoptedAt, String text) {}

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    Mono<Void> run() {
        return Mono.defer(this::comeBack);
    }

    Mono<Void> comeBack() {
        return database.sql("""
                        select array_agg(x.issue_id) as issues, r.adopted_at, left(r.text, 500) as text
                        from resolution r
                        join topic_issue x on x.topic_id = r.topic_id
                        join issue i on i.id = x.issue_id
                        join issue_pause p on p.issue_id = i.id and p.round = i.round
                        where i.status = 'SUSPENDED' and p.kind = 'DELIBERATION' and p.is_agreed and p.ended_at is null
                          and p.asked_at < r.adopted_at and r.result <> 'DEFERRED'
                          and r.status not in ('PUBLIC_NOTICE', 'OVERTURNED')
                        group by r.id
                        order by r.adopted_at
                        limit 100""")
                .map(row -> new Returning(
                        Rows.get(row, "issues", UUID[].class),
                        Rows.get(row, "adopted_at", Instant.class),
                        Rows.text(row, "text")))
                .all()
                .concatMap(one -> putOff.deliberated(List.of(one.issues()), one.adoptedAt(), one.text()))
                .then()
                .onErrorResume(failure -> Mono.fromRunnable(() -> LOG.warn(
                        "Issues could not come back from deliberation, the next try is in a minute: {}",
                        failure.toString())));
    }
}
