package org.wangge.issue.clock;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.issue.IssueDeadline;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Which clocks a feed tells of: those whose alarm was fired with the event. Whoever is told of a due
/// point sees the issue and its clocks.
@Controller
class RungClocks {
    private final DatabaseClient database;

    RungClocks(DatabaseClient database) {
        this.database = database;
    }

    private record Rung(UUID issue, Instant at, String event) {
        static Rung of(IssueDeadline deadline) {
            return new Rung(
                    deadline.issueId().value(), deadline.at(), deadline.kind().event());
        }
    }

    @BatchMapping
    Mono<Map<IssueDeadline, List<IssueClock>>> clocks(List<IssueDeadline> deadlines) {
        return rung(deadlines.stream().map(Rung::of).distinct().toList())
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())))
                .map(found -> Batch.values(deadlines, deadline -> found.getOrDefault(Rung.of(deadline), List.of())));
    }

    private Flux<Map.Entry<Rung, IssueClock>> rung(Collection<Rung> wanted) {
        return database.sql("""
                        select c.id, c.issue_id, c.round, c.point, c.no, c.is_working, c.started_at, c.due_at,
                               c.original_due_at, c.met_at, c.cancelled_at, c.breached_at, c.paused_since, c.paused_ms,
                               a.fired_at, a.threshold
                        from unnest(:issues::uuid[], :ats::timestamptz[]) as k (issue_id, at)
                        join issue_clock c on c.issue_id = k.issue_id
                        join issue_alarm a on a.clock_id = c.id and a.fired_at = k.at
                        order by c.started_at, c.id""")
                .bind("issues", wanted.stream().map(Rung::issue).toArray(UUID[]::new))
                .bind(
                        "ats",
                        wanted.stream().map(rung -> IssueClocks.utc(rung.at())).toArray(OffsetDateTime[]::new))
                .map(row -> Map.entry(
                        new Rung(
                                Rows.uuid(row, "issue_id"),
                                Rows.get(row, "fired_at", Instant.class),
                                Rows.constant(row, "threshold", Threshold.class).event()),
                        IssueClocks.row(row)))
                .all()
                .distinct();
    }
}
