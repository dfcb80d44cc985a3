package org.wangge.issue.clock;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The clocks in the database.
@Component
class IssueClocks {
    private final DatabaseClient database;

    IssueClocks(DatabaseClient database) {
        this.database = database;
    }

    /// Which rounds are asked for.
    record Round(UUID issue, int no) {}

    /// The clocks of many rounds in one statement, in the order in which they were started.
    Flux<IssueClock> of(Collection<Round> rounds) {
        return database.sql("""
                        select c.id, c.issue_id, c.round, c.point, c.no, c.is_working, c.started_at, c.due_at,
                               c.original_due_at, c.met_at, c.cancelled_at, c.breached_at, c.paused_since, c.paused_ms
                        from unnest(:issues::uuid[], :rounds::int[]) as k (issue_id, round)
                        join issue_clock c on c.issue_id = k.issue_id and c.round = k.round
                        order by c.started_at, c.id""")
                .bind("issues", rounds.stream().map(Round::issue).toArray(UUID[]::new))
                .bind("rounds", rounds.stream().map(Round::no).toArray(Integer[]::new))
                .map(IssueClocks::row)
                .all();
    }

    /// The point once more in the round, due by the policy, with its alarms.
    Mono<Void> insert(Issue issue, Allowance allowance, Instant now) {
        var alarms = allowance.alarms(now);
        return database.sql("""
                        with started as (
                          insert into issue_clock
                                 (issue_id, round, point, no, policy_id, is_working, started_at, reckoned_at, due_at,
                                  original_due_at)
                          select :issue, :round, :point, coalesce(max(o.no), 0) + 1, :policy, :isWorking, :now, :now, :due, :due
                          from issue_clock o
                          where o.issue_id = :issue and o.round = :round and o.point = :point
                          returning id
                        )
                        insert into issue_alarm (clock_id, threshold, fire_at, scan_at)
                        select s.id, n.threshold, n.fire_at, n.fire_at
                        from started s, unnest(:thresholds::text[], :ats::timestamptz[]) as n (threshold, fire_at)""")
                .bind("issue", issue.uuid())
                .bind("round", issue.round())
                .bind("point", allowance.policy().point().name())
                .bind("policy", allowance.policy().id())
                .bind("isWorking", allowance.policy().isWorking())
                .bind("now", now)
                .bind("due", allowance.dueAt(now))
                .bind("thresholds", Batch.names(alarms.keySet()))
                .bind("ats", alarms.values().stream().map(IssueClocks::utc).toArray(OffsetDateTime[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// Those of the points of a round that are neither met nor cancelled, held until the transaction ends.
    Flux<OpenClock> open(UUID issue, int round, Collection<DuePoint> points) {
        return database.sql("""
                        select c.id, c.issue_id, c.round, c.point, c.no, c.is_working, c.started_at, c.due_at,
                               c.original_due_at, c.met_at, c.cancelled_at, c.breached_at, c.paused_since, c.paused_ms,
                               c.policy_id, c.is_agreed,
                               array(select since from issue_clock_pause where clock_id = c.id order by since) as since,
                               array(select until from issue_clock_pause where clock_id = c.id order by since) as until
                        from issue_clock c
                        where c.issue_id = :issue and c.round = :round and c.point = any(:points) and c.is_open
                        order by c.id
                        for no key update of c""")
                .bind("issue", issue)
                .bind("round", round)
                .bind("points", Batch.names(points))
                .map(IssueClocks::openRow)
                .all();
    }

    /// All that is open of some issues, of any round.
    Flux<OpenClock> openOf(Collection<UUID> issues) {
        return database.sql("""
                        select c.id, c.issue_id, c.round, c.point, c.no, c.is_working, c.started_at, c.due_at,
                               c.original_due_at, c.met_at, c.cancelled_at, c.breached_at, c.paused_since, c.paused_ms,
                               c.policy_id, c.is_agreed,
                               array(select since from issue_clock_pause where clock_id = c.id order by since) as since,
                               array(select until from issue_clock_pause where clock_id = c.id order by since) as until
                        from issue_clock c
                        where c.issue_id = any(:issues) and c.is_open
                        order by c.issue_id, c.id
                        for no key update of c""")
                .bind("issues", Batch.ids(issues))
                .map(IssueClocks::openRow)
                .all();
    }

    /// Writes what was reckoned; what was missed before stays missed.
    Mono<Long> write(List<OpenClock> clocks) {
        return clocks.isEmpty()
                ? Mono.just(0L)
                : database.sql("""
                        update issue_clock c
                        set policy_id = n.policy_id, is_working = n.is_working, due_at = n.due_at,
                            original_due_at = n.original_due_at, is_agreed = n.is_agreed,
                            breached_at = coalesce(c.breached_at, n.breached_at)
                        from unnest(:ids::uuid[], :policies::uuid[], :working::boolean[], :dues::timestamptz[],
                                    :originals::timestamptz[], :agreed::boolean[], :breaches::timestamptz[])
                             as n (id, policy_id, is_working, due_at, original_due_at, is_agreed, breached_at)
                        where c.id = n.id""")
                        .bind("ids", array(clocks, OpenClock::id, UUID[]::new))
                        .bind("policies", array(clocks, OpenClock::policyId, UUID[]::new))
                        .bind("working", array(clocks, open -> open.clock().isWorking(), Boolean[]::new))
                        .bind("dues", times(clocks, IssueClock::dueAt))
                        .bind("originals", times(clocks, IssueClock::originalDueAt))
                        .bind("breaches", times(clocks, IssueClock::breachedAt))
                        .bind("agreed", array(clocks, OpenClock::isAgreed, Boolean[]::new))
                        .fetch()
                        .rowsUpdated();
    }

    static IssueClock row(Readable row) {
        return new IssueClock(
                Rows.uuid(row, "id"),
                new IssueId(Rows.uuid(row, "issue_id")),
                Rows.number(row, "round"),
                Rows.constant(row, "point", DuePoint.class),
                Rows.number(row, "no"),
                Rows.get(row, "is_working", Boolean.class),
                Rows.get(row, "started_at", Instant.class),
                Rows.get(row, "due_at", Instant.class),
                Rows.get(row, "original_due_at", Instant.class),
                row.get("met_at", Instant.class),
                row.get("cancelled_at", Instant.class),
                row.get("breached_at", Instant.class),
                row.get("paused_since", Instant.class),
                Duration.ofMillis(Rows.get(row, "paused_ms", Long.class)));
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static OpenClock openRow(Readable row) {
        return new OpenClock(
                row(row), Rows.uuid(row, "policy_id"), Rows.get(row, "is_agreed", Boolean.class), pauses(row));
    }

    static List<Pause> pauses(Readable row) {
        var since = Rows.get(row, "since", OffsetDateTime[].class);
        var until = Rows.get(row, "until", OffsetDateTime[].class);
        var pauses = new ArrayList<Pause>();
        for (int i = 0; i < since.length; i++) {
            pauses.add(new Pause(since[i].toInstant(), until[i].toInstant()));
        }
        return pauses;
    }

    private static @Nullable OffsetDateTime[] times(
            List<OpenClock> clocks, Function<IssueClock, @Nullable Instant> time) {
        return clocks.stream()
                .map(open -> time.apply(open.clock()))
                .map(at -> at == null ? null : utc(at))
                .toArray(OffsetDateTime[]::new);
    }

    private static <T> T[] array(
            List<OpenClock> clocks, Function<OpenClock, T> value, java.util.function.IntFunction<T[]> array) {
        return clocks.stream().map(value).toArray(array);
    }
}
