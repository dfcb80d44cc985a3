package org.wangge.access.account;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// The [Credentials] in the database.
@Component
class CredentialStore {
    private final DatabaseClient database;

    CredentialStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Credentials> find(String name) {
        return database.sql("""
                        select a.id, a.name, a.password, a.disabled_at is not null as disabled,
                               f.secret_cell is not null as has_second_factor
                        from account a left join second_factor f on f.account_id = a.id
                        where a.name = :name""").bind("name", name).map(CredentialStore::row).one();
    }

    Mono<Credentials> find(UUID accountId) {
        return database.sql("""
                        select a.id, a.name, a.password, a.disabled_at is not null as disabled,
                               f.secret_cell is not null as has_second_factor
                        from account a left join second_factor f on f.account_id = a.id
                        where a.id = :id""").bind("id", accountId).map(CredentialStore::row).one();
    }

    /// The owner's own choice: nothing more has to be changed.
    Mono<Void> setPassword(UUID accountId, String hash) {
        return database.sql("""
                        update account
                        set password = :hash, must_change_password = false, version = version + 1
                        where id = :id""")
                .bind("hash", hash)
                .bind("id", accountId)
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static Credentials row(Readable row) {
        var name = row.get("name", String.class);
        return new Credentials(
                Rows.uuid(row, "id"),
                name == null ? "" : name,
                row.get("password", String.class),
                Rows.get(row, "disabled", Boolean.class),
                Rows.get(row, "has_second_factor", Boolean.class));
    }
}
