package org.wangge.resident.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.resident.ResidentStatus;
import org.wangge.resident.correction.Records;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Empties records whose time is over, and removes what was decided long ago.
@Component
class RecordRetention {
    private static final int AT_ONCE = 500;

    private final DatabaseClient database;
    private final Records records;
    private final Clock clock;

    RecordRetention(DatabaseClient database, Records records, Clock clock) {
        this.database = database;
        this.records = records;
        this.clock = clock;
    }

    /// Of those who have lived here no more for so long; how many records were emptied.
    Mono<Long> empty(ResidentStatus status, Period term) {
        var before = LocalDate.now(clock).minus(term);
        return over(status, before)
                .concatMap(resident -> records.anonymise(resident, clock.instant()))
                .count()
                .expand(emptied -> emptied < AT_ONCE ? Mono.empty() : empty(status, term))
                .reduce(0L, Long::sum);
    }

    Mono<Long> removeRequests(Period term) {
        return database.sql("""
                        delete from record_request
                        where state <> 'OPEN' and decided_at < :before""").bind("before", ago(term)).fetch().rowsUpdated();
    }

    /// Whoever signs in by phone again gives it again.
    Mono<Long> removePhones(Period term) {
        return database.sql("""
                        delete from account_phone
                        using account
                        where account.id = account_phone.account_id and account.disabled_at < :before""").bind("before", ago(term)).fetch().rowsUpdated();
    }

    private Flux<UUID> over(ResidentStatus status, LocalDate before) {
        return database.sql("""
                        select r.id
                        from resident r
                        where r.status = :status and r.anonymised_at is null
                          and coalesce(
                            (select max(l.to_on) from residence_period l where l.resident_id = r.id),
                            r.verified_at::date) < :before
                        order by r.id
                        limit :most""")
                .bind("status", status.name())
                .bind("before", before)
                .bind("most", AT_ONCE)
                .map(row -> Rows.uuid(row, "id"))
                .all();
    }

    private Instant ago(Period term) {
        return LocalDate.now(clock).minus(term).atStartOfDay(clock.getZone()).toInstant();
    }
}
