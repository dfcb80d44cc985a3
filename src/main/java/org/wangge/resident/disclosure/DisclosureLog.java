package org.wangge.resident.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// Writes the log. It only ever stands in the transaction of a command, before the value is read:
/// when it cannot be written, there is no value.
@Component
public class DisclosureLog {
    private final DatabaseClient database;
    private final Quotas quotas;
    private final Clock clock;

    DisclosureLog(DatabaseClient database, Quotas quotas, Clock clock) {
        this.database = database;
        this.quotas = quotas;
        this.clock = clock;
    }

    /// Writes a look that counts, as long as looks are left to whoever looks. Two at once are counted
    /// one after the other, since the first holds the end of the chain.
    ///
    /// @throws org.wangge.refusal.Refused QUOTA_USED_UP
    Mono<Disclosure> writeCounted(Look look) {
        return end().flatMap(last ->
                quotas.require(look.by().accountId(), look.at()).then(Mono.defer(() -> write(last, look))));
    }

    /// Writes a look that does not count.
    public Mono<Disclosure> write(Look look) {
        return end().flatMap(last -> write(last, look));
    }

    /// The end of the chain, which is ours until the transaction ends.
    private Mono<Link> end() {
        return database.sql("select day, n, hash from disclosure_chain for update")
                .map(row ->
                        new Link(Rows.get(row, "day", LocalDate.class), Rows.number(row, "n"), Rows.text(row, "hash")))
                .one();
    }

    private Mono<Disclosure> write(Link last, Look look) {
        var id = new DisclosureId(UUID.randomUUID());
        var row = Disclosure.after(last, id, look, dayOf(look.at()));
        return insert(row).thenReturn(row);
    }

    private Mono<Long> insert(Disclosure row) {
        var look = row.look();
        return database.sql("""
                        with written as (
                          insert into disclosure (id, day, n, at, kind, actor, account_id, member_id, role, resident_id,
                                                  grid_key, fields, purpose, note, serves, previous, hash)
                          values (:id, :day, :n, :at, :kind, :actor, :account, :member, :role, :resident,
                                  :gridKey, :fields, :purpose, :note, :serves, :previous, :hash)
                        )
                        update disclosure_chain set day = :day, n = :n, hash = :hash""")
                .bind("id", row.id().value())
                .bind("day", row.day())
                .bind("n", row.n())
                .bind("at", look.at())
                .bind("kind", look.kind().name())
                .bind("actor", look.by().actor())
                .bind("account", look.by().accountId())
                .bind("member", Rows.orNull(look.by().memberId(), UUID.class))
                .bind("role", look.by().role().name())
                .bind("resident", Rows.orNull(look.residentId(), UUID.class))
                .bind(
                        "gridKey",
                        Rows.orNull(
                                look.gridKey() == null ? null : look.gridKey().path(), String.class))
                .bind("fields", Batch.names(look.fields()))
                .bind(
                        "purpose",
                        Rows.orNull(
                                look.purpose() == null ? null : look.purpose().name(), String.class))
                .bind("note", look.note())
                .bind("serves", Rows.orNull(look.serves(), String.class))
                .bind("previous", row.previous())
                .bind("hash", row.hash())
                .fetch()
                .rowsUpdated();
    }

    private LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
