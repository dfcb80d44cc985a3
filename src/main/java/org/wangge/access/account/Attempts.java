package org.wangge.access.account;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// How often something was tried, counted in the database for all nodes. An attempt is taken
/// before the trial and given back when it went well, so that many at once get no further than as
/// many in turn.
@Component
public class Attempts {
    private final DatabaseClient database;

    Attempts(DatabaseClient database) {
        this.database = database;
    }

    /// Takes one of each quota, or none.
    ///
    /// @throws Refused SIGN_IN_LOCKED when one of them is full
    public Mono<Void> take(List<Quota> quotas, Instant now) {
        return database.sql("""
                        with asked as (
                          select q.subject, q.most, make_interval(secs => q.seconds) as span
                          from unnest(:subjects::text[], :mosts::int[], :seconds::int[]) as q (subject, most, seconds)
                        ), full_already as (
                          select a.since + a.span as until
                          from attempt a join asked q on q.subject = a.subject
                          where a.taken >= a.most and a.since + a.span > :now::timestamptz
                        ), taken as (
                          insert into attempt as a (subject, taken, most, since, span)
                          select subject, 1, most, :now::timestamptz, span
                          from asked
                          where not exists (select 1 from full_already)
                          order by subject
                          on conflict (subject) do update set
                            taken = case when a.since + a.span <= excluded.since then 1
                                         when a.taken >= a.most then a.taken
                                         else a.taken + 1 end,
                            since = case when a.since + a.span <= excluded.since then excluded.since
                                         when a.taken = a.most - 1 then excluded.since
                                         else a.since end
                          returning old.taken as was, old.most as most, old.since + old.span as until
                        )
                        select max(until) as until
                        from (select until from full_already
                              union all
                              select until from taken where was >= most and until > :now::timestamptz) as refused""")
                .bind("subjects", subjects(quotas))
                .bind("mosts", quotas.stream().map(Quota::most).toArray(Integer[]::new))
                .bind("seconds", quotas.stream().map(Attempts::seconds).toArray(Integer[]::new))
                .bind("now", now)
                .map(Attempts::until)
                .one()
                .flatMap(until -> until.isEmpty()
                        ? Mono.empty()
                        : Mono.error(new Refused(new Refusal.SignInLocked(until.get()))));
    }

    /// What was taken did not count after all.
    public Mono<Void> giveBack(List<Quota> quotas) {
        return database.sql("""
                        with mine as (
                          select a.subject from attempt a where a.subject = any(:subjects) order by a.subject for update
                        )
                        update attempt a set taken = greatest(a.taken - 1, 0)
                        from mine
                        where a.subject = mine.subject""")
                .bind("subjects", subjects(quotas))
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> clear(Quota quota) {
        return database.sql("delete from attempt where subject = :subject")
                .bind("subject", quota.subject())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// Forgets all whose subjects begin with the prefix.
    Mono<Void> clearAll(String prefix) {
        return database.sql("""
                        delete from attempt
                        where subject >= :prefix and subject < :end""")
                .bind("prefix", prefix)
                .bind("end", prefix.substring(0, prefix.length() - 1) + (char) (Quota.OF + 1))
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static Optional<Instant> until(Readable row) {
        return Optional.ofNullable(row.get("until", Instant.class));
    }

    private static String[] subjects(List<Quota> quotas) {
        return quotas.stream().map(Quota::subject).toArray(String[]::new);
    }

    private static Integer seconds(Quota quota) {
        return (int) quota.span().toSeconds();
    }
}
