package org.wangge.issue.clock;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// Ends clocks, and lets them stand still. A due time that has passed by then is kept as missed,
/// whether the scan has seen it or not; alarms are silent from then on.
@Component
class ClockEnds {
    private final DatabaseClient database;

    ClockEnds(DatabaseClient database) {
        this.database = database;
    }

    Mono<Long> meet(UUID issue, int round, Collection<DuePoint> points, Instant now) {
        return bind(database.sql("""
                        with ended as (
                          update issue_clock
                          set met_at = :now,
                              breached_at = coalesce(
                                breached_at, case when coalesce(paused_since, :now) > due_at then due_at end),
                              paused_ms = paused_ms
                                + coalesce(extract(epoch from :now::timestamptz - paused_since) * 1000, 0)::bigint,
                              paused_since = null
                          where issue_id = :issue and round = :round and point = any(:points) and is_open
                          returning id, old.paused_since
                        ), silenced as (
                          update issue_alarm a set scan_at = null
                          from ended
                          where a.clock_id = ended.id and a.scan_at is not null
                        )
                        insert into issue_clock_pause (clock_id, since, until)
                        select id, paused_since, :now from ended where paused_since < :now"""), issue, round, points, now).fetch().rowsUpdated();
    }

    Mono<Long> cancel(UUID issue, int round, Collection<DuePoint> points, Instant now) {
        return bind(database.sql("""
                        with ended as (
                          update issue_clock
                          set cancelled_at = :now,
                              breached_at = coalesce(
                                breached_at, case when coalesce(paused_since, :now) > due_at then due_at end),
                              paused_ms = paused_ms
                                + coalesce(extract(epoch from :now::timestamptz - paused_since) * 1000, 0)::bigint,
                              paused_since = null
                          where issue_id = :issue and round = :round and point = any(:points) and is_open
                          returning id, old.paused_since
                        ), silenced as (
                          update issue_alarm a set scan_at = null
                          from ended
                          where a.clock_id = ended.id and a.scan_at is not null
                        )
                        insert into issue_clock_pause (clock_id, since, until)
                        select id, paused_since, :now from ended where paused_since < :now"""), issue, round, points, now).fetch().rowsUpdated();
    }

    Mono<Long> pause(UUID issue, int round, Collection<DuePoint> points, Instant now) {
        return bind(database.sql("""
                        with paused as (
                          update issue_clock
                          set paused_since = :now,
                              breached_at = coalesce(breached_at, case when :now > due_at then due_at end)
                          where issue_id = :issue and round = :round and point = any(:points) and is_running
                          returning id
                        )
                        update issue_alarm a set scan_at = null
                        from paused
                        where a.clock_id = paused.id and a.scan_at is not null"""), issue, round, points, now).fetch().rowsUpdated();
    }

    /// The clocks that stood still, with the instants since when; their due times are not moved yet.
    Mono<Map<UUID, Instant>> endPauses(UUID issue, int round, Collection<DuePoint> points, Instant now) {
        return bind(database.sql("""
                        with resumed as (
                          update issue_clock
                          set paused_ms = paused_ms
                                + (extract(epoch from :now::timestamptz - paused_since) * 1000)::bigint,
                              paused_since = null
                          where issue_id = :issue and round = :round and point = any(:points)
                            and paused_since is not null
                          returning id, old.paused_since
                        ), noted as (
                          insert into issue_clock_pause (clock_id, since, until)
                          select id, paused_since, :now from resumed where paused_since < :now
                        )
                        select id, paused_since from resumed"""), issue, round, points, now)
                .map(row -> Map.entry(Rows.uuid(row, "id"), Rows.get(row, "paused_since", Instant.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static GenericExecuteSpec bind(
            GenericExecuteSpec statement, UUID issue, int round, Collection<DuePoint> points, Instant now) {
        return statement
                .bind("issue", issue)
                .bind("round", round)
                .bind("points", Batch.names(points))
                .bind("now", now);
    }
}
