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
/// put into effect and the projects whose stages it asked for were accepted, when nothing passed, or when
/// nobody took the topic on. At once after the command that ends it, and again every minute, on any node.
@Component
public class ReturningIssues {
    private static final Logger LOG = LoggerFactory.getLogger(ReturningIssues.class);

    private static final String LAPSED = "表决未获通过，议题未形成决议";

    private final DatabaseClient database;
    private final PutOff putOff;

    ReturningIssues(DatabaseClient database, PutOff putOff) {
        this.database = database;
        this.putOff = putOff;
    }

    private record Returning(UUID[] issues, Instant endedAt, String note) {}

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    Mono<Void> run() {
        return Mono.defer(this::comeBack);
    }

    public Mono<Void> comeBack() {
        return database.sql("""
                        select array_agg(x.issue_id) as issues, ended.at, ended.note
                        from issue i
                        join issue_pause p on p.issue_id = i.id and p.round = i.round
                        join topic_issue x on x.issue_id = i.id
                        join topic t on t.id = x.topic_id
                        cross join lateral (
                          select r.adopted_at as at, left(r.text, 500) as note, true as is_enough
                          from resolution r
                          where r.topic_id = t.id and r.result <> 'DEFERRED'
                            and r.status not in ('PUBLIC_NOTICE', 'OVERTURNED')
                            and not exists (select 1 from resolution_task s
                                            where s.resolution_id = r.id and s.form = 'PROJECT_STAGE'
                                              and s.done_at is null)
                          union all
                          select s.at, s.reason, false
                          from topic_step s
                          where s.topic_id = t.id and s.status = 'DECLINED' and t.status = 'DECLINED'
                          union all
                          select b.closed_at, :lapsed, false
                          from ballot b left join meeting m on m.id = b.meeting_id
                          where b.topic_id = t.id and t.status in ('ACCEPTED', 'SCHEDULED', 'DISCUSSED')
                            and b.closed_at is not null and b.carried_no is null
                            and coalesce(m.status, 'CLOSED') = 'CLOSED'
                            and not exists (select 1 from ballot later
                                            where later.topic_id = t.id and later.opens_at > b.opens_at)
                        ) as ended
                        where i.status = 'SUSPENDED' and p.kind = 'DELIBERATION' and p.is_agreed and p.ended_at is null
                          and p.asked_at < ended.at
                          and (ended.is_enough
                               or not exists (select 1 from topic_issue y join topic o on o.id = y.topic_id
                                              where y.issue_id = i.id and o.id <> t.id
                                                and o.status not in ('DECLINED', 'RESOLVED')))
                        group by ended.at, ended.note
                        order by ended.at
                        limit 100""")
                .bind("lapsed", LAPSED)
                .map(row -> new Returning(
                        Rows.get(row, "issues", UUID[].class),
                        Rows.get(row, "at", Instant.class),
                        Rows.text(row, "note")))
                .all()
                .concatMap(one -> putOff.deliberated(List.of(one.issues()), one.endedAt(), one.note()))
                .then()
                .onErrorResume(failure -> Mono.fromRunnable(() -> LOG.warn(
                        "Issues could not come back from deliberation, the next try is in a minute: {}",
                        failure.toString())));
    }
}
