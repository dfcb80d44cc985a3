package org.wangge.access.account.phone;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;
import org.wangge.access.personal.Keyrings;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// The accounts of residents by their phones, which stand there sealed.
@Component
class PhoneAccounts {
    private static final String FIELD = "account.phone";

    private final DatabaseClient database;
    private final Keyrings keyrings;

    PhoneAccounts(DatabaseClient database, Keyrings keyrings) {
        this.database = database;
        this.keyrings = keyrings;
    }

    /// An account, and whether it is shut.
    record Found(UUID id, boolean isDisabled) {}

    /// The account of the phone; it is made at the first use.
    Mono<Found> of(Phone phone, Instant now) {
        return keyrings.current()
                .flatMap(keyring -> find(phone, keyring)
                        .switchIfEmpty(Mono.defer(
                                () -> make(phone, keyring, now).then(Mono.defer(() -> find(phone, keyring))))));
    }

    /// Binds the account to the record that has its phone now, and nobody else's account to it.
    Mono<Void> bind(UUID account, UUID resident) {
        return database.sql("update account set resident_id = null where resident_id = :resident and id <> :account")
                .bind("resident", resident)
                .bind("account", account)
                .fetch()
                .rowsUpdated()
                .then(database.sql("""
                        update account set resident_id = :resident
                        where id = :account and member_id is null and resident_id is distinct from :resident""")
                        .bind("resident", resident)
                        .bind("account", account)
                        .fetch()
                        .rowsUpdated())
                .then();
    }

    /// No record has its phone any more.
    Mono<Void> unbind(UUID account) {
        return database.sql("update account set resident_id = null where id = :account and resident_id is not null")
                .bind("account", account)
                .fetch()
                .rowsUpdated()
                .then();
    }

    private Mono<Found> find(Phone phone, Keyring keyring) {
        return database.sql("""
                        select a.id, a.disabled_at is not null as disabled
                        from account_phone p join account a on a.id = p.account_id
                        where p.phone_index = any(:indexes)
                        limit 1""")
                .bind("indexes", keyring.indexes(FIELD, phone.e164()))
                .map(row -> new Found(Rows.uuid(row, "id"), Rows.get(row, "disabled", Boolean.class)))
                .one();
    }

    /// Of two at once one makes it; the other finds it.
    private Mono<Long> make(Phone phone, Keyring keyring, Instant now) {
        var id = UUID.randomUUID();
        return database.sql("""
                        with made as (
                          insert into account (id, kind, created_at)
                          select :id, 'RESIDENT', :now
                          where not exists (select 1 from account_phone where phone_index = any(:indexes))
                          returning id
                        )
                        insert into account_phone (account_id, phone_index, phone_cell, phone_mask, bound_at)
                        select id, :index, :cell, :mask, :now from made""")
                .bind("id", id)
                .bind("now", now)
                .bind("indexes", keyring.indexes(FIELD, phone.e164()))
                .bind("index", keyring.index(FIELD, phone.e164()))
                .bind("cell", keyring.seal(phone.e164(), new CellPlace(FIELD, id)))
                .bind("mask", phone.mask())
                .fetch()
                .rowsUpdated()
                .onErrorResume(org.springframework.dao.DuplicateKeyException.class, faster -> Mono.just(0L));
    }
}
