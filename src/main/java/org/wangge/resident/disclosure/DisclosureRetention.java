package org.wangge.resident.disclosure;

import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Removes old days from the log. First the chain notes after which row it goes on, then that row
/// and those before may be removed; broken off in between, it goes on the next time.
@Component
public class DisclosureRetention {
    private final DatabaseClient database;

    DisclosureRetention(DatabaseClient database) {
        this.database = database;
    }

    /// Days before this one go; how many rows went.
    public Mono<Long> removeBefore(LocalDate day) {
        return anchor(day).then(removeRaises(day)).then(remove());
    }

    private Mono<Long> anchor(LocalDate day) {
        return database.sql("""
                        update disclosure_chain
                        set kept_after = last.day, kept_after_n = last.n, kept_after_hash = last.hash
                        from (select day, n, hash from disclosure where day < :day order by day desc, n desc limit 1) as last
                        where (last.day, last.n) > (kept_after, kept_after_n)""").bind("day", day).fetch().rowsUpdated();
    }

    private Mono<Long> remove() {
        return database.sql("""
                        delete from disclosure
                        where (day, n) <= (select kept_after, kept_after_n from disclosure_chain)""").fetch().rowsUpdated();
    }

    private Mono<Long> removeRaises(LocalDate day) {
        return database.sql("delete from disclosure_raise where to_at < :day")
                .bind("day", day)
                .fetch()
                .rowsUpdated();
    }
}
