package org.wangge.access.account;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Vault;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// The second factors in the database, sealed under the master key. A secret is pending until a
/// code shows that the device has it; each code is good once, and so is each recovery code.
@Component
public class SecondFactors {
    private final DatabaseClient database;
    private final Vault vault;
    private final Clock clock;

    SecondFactors(DatabaseClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /// The secret of a device, or the one that is pending, with the cell it was read from.
    private record Secret(byte[] bytes, byte[] cell) {
        @Override
        public String toString() {
            return "secret";
        }
    }

    /// Keeps a secret until it is confirmed. The one that was confirmed before is good until then.
    Mono<Void> propose(UUID accountId, byte[] secret) {
        return database.sql("""
                        insert into second_factor (account_id, pending_cell) values (:account, :cell)
                        on conflict (account_id) do update set pending_cell = excluded.pending_cell""")
                .bind("account", accountId)
                .bind("cell", vault.seal(secret, label(accountId)))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// Makes the pending secret the one that counts, for this session as well; whether the code was right.
    Mono<Boolean> confirm(UUID accountId, @Nullable UUID sessionId, String code, List<RecoveryCode> codes) {
        return database.sql(
                        "select pending_cell as cell from second_factor where account_id = :account and pending_cell is not null")
                .bind("account", accountId)
                .map(row -> secret(row, accountId))
                .one()
                .flatMap(pending -> Totp.match(pending.bytes(), digits(code), now()).stream()
                        .mapToObj(step -> confirmed(accountId, sessionId, pending, step, codes))
                        .findFirst()
                        .orElse(Mono.just(false)))
                .defaultIfEmpty(false);
    }

    /// Whether it is a code of the account's device, or a recovery code; it is used up then.
    Mono<Boolean> accepts(UUID accountId, String code) {
        return digits(code).matches("\\d{6}") ? acceptsDigits(accountId, digits(code)) : recovers(accountId, code);
    }

    /// Whether there was one.
    public Mono<Boolean> remove(UUID accountId) {
        return database.sql("""
                        with gone as (
                          delete from recovery_code where account_id = :account
                        )
                        delete from second_factor where account_id = :account""")
                .bind("account", accountId)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Boolean> acceptsDigits(UUID accountId, String code) {
        return database.sql(
                        "select secret_cell as cell from second_factor where account_id = :account and secret_cell is not null")
                .bind("account", accountId)
                .map(row -> secret(row, accountId))
                .one()
                .flatMap(secret -> Totp.match(secret.bytes(), code, now()).stream()
                        .mapToObj(step -> isFirstUse(accountId, step))
                        .findFirst()
                        .orElse(Mono.just(false)))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> isFirstUse(UUID accountId, long step) {
        return database.sql("""
                        update second_factor set last_step = :step
                        where account_id = :account and last_step < :step""")
                .bind("step", step)
                .bind("account", accountId)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Boolean> recovers(UUID accountId, String code) {
        return database.sql("""
                        update recovery_code set used_at = :now
                        where account_id = :account and hash = :hash and used_at is null""")
                .bind("now", now())
                .bind("account", accountId)
                .bind("hash", RecoveryCode.typed(code).hash())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Boolean> confirmed(
            UUID accountId, @Nullable UUID sessionId, Secret pending, long step, List<RecoveryCode> codes) {
        return database.sql("""
                        with confirmed as (
                          update second_factor
                          set secret_cell = pending_cell, pending_cell = null, confirmed_at = :now, last_step = :step
                          where account_id = :account and pending_cell = :pending
                          returning account_id
                        ), old as (
                          delete from recovery_code r using confirmed where r.account_id = confirmed.account_id
                        ), coded as (
                          insert into recovery_code (account_id, hash)
                          select account_id, decode(unnest(:hashes::text[]), 'hex') from confirmed
                        ), marked as (
                          update account_session s set second_factor = true
                          from confirmed
                          where s.account_id = confirmed.account_id and s.id = :session::uuid
                        )
                        select account_id from confirmed""")
                .bind("now", now())
                .bind("step", step)
                .bind("account", accountId)
                .bind("pending", pending.cell())
                .bind(
                        "hashes",
                        codes.stream()
                                .map(code -> HexFormat.of().formatHex(code.hash()))
                                .toArray(String[]::new))
                .bind("session", Rows.orNull(sessionId, UUID.class))
                .map(row -> true)
                .one()
                .defaultIfEmpty(false);
    }

    private Secret secret(Readable row, UUID accountId) {
        var cell = Rows.get(row, "cell", byte[].class);
        return new Secret(vault.open(cell, label(accountId)), cell);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String label(UUID accountId) {
        return "second factor of " + accountId;
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }
}
