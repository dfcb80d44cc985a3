package org.wangge.access.account.administration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What commands change in the table of accounts.
@Component
class AccountChanges {
    private final DatabaseClient database;

    AccountChanges(DatabaseClient database) {
        this.database = database;
    }

    /// @throws Refused NAME_TAKEN, or INPUT_REJECTED when the member has an account
    Mono<UUID> create(String name, @Nullable UUID member, String hash, Instant now) {
        return database.sql("""
                        insert into account (name, kind, member_id, password, must_change_password, created_at)
                        values (:name, 'STAFF', :member, :hash, true, :now)
                        returning id""")
                .bind("name", name)
                .bind("member", Rows.orNull(member, UUID.class))
                .bind("hash", hash)
                .bind("now", now)
                .map(row -> Rows.uuid(row, "id"))
                .one()
                .onErrorMap(DuplicateKeyException.class, AccountChanges::taken);
    }

    Mono<Void> disable(UUID id, @Nullable Instant at) {
        return database.sql("update account set disabled_at = :at where id = :id")
                .bind("at", Rows.orNull(at, Instant.class))
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> setPassword(UUID id, String hash) {
        return database.sql("update account set password = :hash, must_change_password = true where id = :id")
                .bind("hash", hash)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Integer> nextVersion(UUID id) {
        return database.sql("update account set version = version + 1 where id = :id returning version")
                .bind("id", id)
                .map(row -> Rows.number(row, "version"))
                .one();
    }

    private static Refused taken(DuplicateKeyException broken) {
        return String.valueOf(broken.getMessage()).contains("account_member_id_key")
                ? Problems.single("memberId", ProblemCode.DUPLICATE)
                : new Refused(new Refusal.NameTaken());
    }
}
