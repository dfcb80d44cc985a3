package org.wangge.issue.clock;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
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
                                alarms.stream()
                                        .map(alarm -> alarm.threshold().name())
                                        .toArray(String[]::new))
                        .bind(
                                "ats",
                                alarms.stream()
                                        .map(alarm -> IssueClocks.utc(alarm.fireAt()))
                                        .toArray(OffsetDateTime[]::new))
                        .fetch()
                        .rowsUpdated();
    }
}
