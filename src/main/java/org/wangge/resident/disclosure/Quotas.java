package org.wangge.resident.disclosure;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.GlobalId;
import org.wangge.graphql.Rows;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// How often somebody may look at personal values: so many times in the last hour and in the last
/// 24 hours, and more where a second person allowed it.
@Component
class Quotas {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final DatabaseClient database;
    private final int perHour;
    private final int perDay;

    Quotas(
            DatabaseClient database,
            @Value("${wangge.disclosure.per-hour}") int perHour,
            @Value("${wangge.disclosure.per-day}") int perDay) {
        this.database = database;
        this.perHour = perHour;
        this.perDay = perDay;
    }

    /// Exact while the caller holds the end of the chain.
    ///
    /// @throws Refused QUOTA_USED_UP
    Mono<Void> require(UUID account, Instant now) {
        return require(account, now, HOUR, perHour).then(Mono.defer(() -> require(account, now, DAY, perDay)));
    }

    /// For 24 hours.
    Mono<Long> raise(UUID account, int extra, Instant now, String by, String reason) {
        return database.sql("""
                        insert into disclosure_raise (account_id, extra, from_at, to_at, given_by, reason)
                        values (:account, :extra, :from, :to, :by, :reason)""")
                .bind("account", account)
                .bind("extra", extra)
                .bind("from", now)
                .bind("to", now.plus(DAY))
                .bind("by", by)
                .bind("reason", reason)
                .fetch()
                .rowsUpdated();
    }

    /// The look that has to grow old first is there only when all are used up.
    private Mono<Void> require(UUID account, Instant now, Duration window, int limit) {
        return database.sql("""
                        with allowed as (
                          select :limit::int + coalesce(sum(extra), 0)::int as looks
                          from disclosure_raise
                          where account_id = :account and from_at <= :now and to_at > :now
                        )
                        select d.at, allowed.looks
                        from disclosure d cross join allowed
                        where d.account_id = :account and d.at > :since and d.kind in ('REVEAL', 'SEARCH')
                        order by d.at desc
                        offset (select looks - 1 from allowed)
                        limit 1""")
                .bind("limit", limit)
                .bind("account", account)
                .bind("now", now)
                .bind("since", now.minus(window))
                .map(row -> usedUp(Rows.get(row, "at", Instant.class).plus(window), Rows.number(row, "looks"), account))
                .one()
                .flatMap(Mono::error);
    }

    private static Refused usedUp(Instant resetsAt, int limit, UUID account) {
        return new Refused(new Refusal.QuotaUsedUp(resetsAt, limit, GlobalId.encode("account", account)));
    }
}
