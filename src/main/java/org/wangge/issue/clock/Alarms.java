package org.wangge.issue.clock;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The alarms in the database.
@Component
class Alarms {
    private final DatabaseClient database;

    Alarms(DatabaseClient database) {
        this.database = database;
    }

    /// Sets alarms, or sets them to another time; those that have fired stay as they are.
    Mono<Long> set(List<Alarm> alarms) {
        return alarms.isEmpty()
                ? Mono.just(0L)
                : database.sql("""
                        insert into issue_alarm as a (clock_id, threshold, fire_at, scan_at)
                        select n.clock_id, n.threshold, n.fire_at, n.fire_at
                        from unnest(:clocks::uuid[], :thresholds::text[], :ats::timestamptz[])
                             as n (clock_id, threshold, fire_at)
                        on conflict (clock_id, threshold) do update
                        set fire_at = excluded.fire_at, scan_at = excluded.scan_at, tries = 0
                        where a.fired_at is null""")
                        .bind("clocks", alarms.stream().map(Alarm::clockId).toArray(UUID[]::new))
                        .bind(
                                "thresholds",
                                names(alarms.stream().map(Alarm::threshold).toList()))
                        .bind(
                                "ats",
                                alarms.stream()
                                        .map(alarm -> IssueClocks.utc(alarm.fireAt()))
                                        .toArray(OffsetDateTime[]::new))
                        .fetch()
                        .rowsUpdated();
    }

    /// Those whose time has come, the oldest first.
    Flux<DueAlarm> due(Instant now, int most) {
        return database.sql("""
                        select s.no, c.issue_id, d.clock_id, d.threshold
                        from (
                          select clock_id, threshold, fire_at
                          from issue_alarm
                          where scan_at < :now
                          order by scan_at
                          limit :most
                        ) as d
                        join issue_clock c on c.id = d.clock_id
                        join issue i on i.id = c.issue_id
                        join stream s on starts_with(i.grid_key, s.grid_key)
                        order by d.fire_at, d.clock_id""")
                .bind("now", now)
                .bind("most", most)
                .map(row -> new DueAlarm(
                        Rows.number(row, "no"),
                        Rows.uuid(row, "issue_id"),
                        Rows.uuid(row, "clock_id"),
                        Rows.constant(row, "threshold", Threshold.class)))
                .all();
    }

    /// Takes those of the alarms that ring: not fired yet, of clocks that run, and of issues on which
    /// nobody works at this moment. They are fired with the transaction, and their issues held until then.
    Flux<Ringing> ring(List<DueAlarm> alarms, Instant now) {
        return database.sql("""
                        with rung as (
                          select a.threshold, i.version, i.grid_key, c.id, c.issue_id, c.round, c.point, c.no, c.is_working,
                                 c.started_at, c.due_at, c.original_due_at, c.met_at, c.cancelled_at,
                                 case a.threshold when 'DUE' then coalesce(c.breached_at, c.due_at)
                                                  else c.breached_at end as breached_at,
                                 c.paused_since, c.paused_ms, a.fire_at
                          from unnest(:clocks::uuid[], :thresholds::text[]) as k (clock_id, threshold)
                          join issue_alarm a on a.clock_id = k.clock_id and a.threshold = k.threshold
                          join issue_clock c on c.id = a.clock_id
                          join issue i on i.id = c.issue_id
                          where a.scan_at < :now and c.is_running
                          for no key update of i, c, a skip locked
                        ), fired as (
                          update issue_alarm a set fired_at = :now, scan_at = null
                          from rung
                          where a.clock_id = rung.id and a.threshold = rung.threshold
                        ), breached as (
                          update issue_clock c set breached_at = rung.breached_at
                          from rung
                          where c.id = rung.id and rung.threshold = 'DUE'
                        )
                        select * from rung order by fire_at, id""")
                .bind("clocks", alarms.stream().map(DueAlarm::clockId).toArray(UUID[]::new))
                .bind(
                        "thresholds",
                        names(alarms.stream().map(DueAlarm::threshold).toList()))
                .bind("now", now)
                .map(Alarms::ringing)
                .all();
    }

    /// Leaves an alarm that could not be told for a while, and longer each time, an hour at most.
    Mono<Long> leave(DueAlarm alarm, Instant now) {
        return database.sql("""
                        update issue_alarm
                        set scan_at = :now::timestamptz + least(power(2, tries), 60) * interval '1 minute', tries = tries + 1
                        where clock_id = :clock and threshold = :threshold and scan_at is not null""")
                .bind("now", now)
                .bind("clock", alarm.clockId())
                .bind("threshold", alarm.threshold().name())
                .fetch()
                .rowsUpdated();
    }

    private static Ringing ringing(Readable row) {
        return new Ringing(
                IssueClocks.row(row),
                Rows.constant(row, "threshold", Threshold.class),
                Rows.number(row, "version"),
                new GridKey(Rows.text(row, "grid_key")));
    }

    private static String[] names(Collection<Threshold> thresholds) {
        return thresholds.stream().map(Threshold::name).toArray(String[]::new);
    }
}
