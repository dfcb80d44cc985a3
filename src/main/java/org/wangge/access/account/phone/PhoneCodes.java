package org.wangge.access.account.phone;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.personal.Keyring;
import org.wangge.access.personal.Keyrings;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// The codes that were sent, as keyed hashes: one per phone, for five minutes and five tries.
@Component
class PhoneCodes {
    static final Duration GOOD = Duration.ofMinutes(5);

    private static final int TRIES = 5;
    private static final int CODES = 1_000_000;
    private static final String PHONE = "account.phone";
    private static final String CODE = "account.phone_code";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DatabaseClient database;
    private final Keyrings keyrings;

    PhoneCodes(DatabaseClient database, Keyrings keyrings) {
        this.database = database;
        this.keyrings = keyrings;
    }

    /// A new code for the phone; the one before is good no more.
    Mono<String> next(Phone phone, Instant now) {
        var code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
        return keyrings.current()
                .flatMap(keyring -> put(phone, code, keyring, now))
                .thenReturn(code);
    }

    /// What stands for the phone where its number must not.
    Mono<String> alias(Phone phone) {
        return keyrings.current().map(keyring -> HexFormat.of().formatHex(keyring.index(PHONE, phone.e164())));
    }

    /// Whether it is the code of the phone; it is used up then. A try counts before it is looked at.
    Mono<Boolean> accepts(Phone phone, String code, Instant now) {
        return keyrings.current()
                .flatMap(keyring -> tried(phone, keyring, now)
                        .filter(kept -> fits(kept, phone, code.strip(), keyring))
                        .flatMap(this::used)
                        .defaultIfEmpty(false));
    }

    private Mono<Long> put(Phone phone, String code, Keyring keyring, Instant now) {
        return database.sql("""
                        insert into phone_code (phone_index, code_index, expires_at, tries)
                        values (:phone, :code, :end, 0)
                        on conflict (phone_index) do update
                        set code_index = excluded.code_index, expires_at = excluded.expires_at, tries = 0""")
                .bind("phone", keyring.index(PHONE, phone.e164()))
                .bind("code", keyring.index(CODE, content(phone, code)))
                .bind("end", now.plus(GOOD))
                .fetch()
                .rowsUpdated();
    }

    private Mono<byte[]> tried(Phone phone, Keyring keyring, Instant now) {
        return database.sql("""
                        update phone_code set tries = tries + 1
                        where phone_index = any(:phones) and expires_at > :now and tries < :most
                        returning code_index""")
                .bind("phones", keyring.indexes(PHONE, phone.e164()))
                .bind("now", now)
                .bind("most", TRIES)
                .map(row -> Rows.get(row, "code_index", byte[].class))
                .all()
                .next();
    }

    private Mono<Boolean> used(byte[] kept) {
        return database.sql("delete from phone_code where code_index = :kept")
                .bind("kept", kept)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static boolean fits(byte[] kept, Phone phone, String code, Keyring keyring) {
        return Arrays.stream(keyring.indexes(CODE, content(phone, code)))
                .anyMatch(index -> MessageDigest.isEqual(index, kept));
    }

    private static String content(Phone phone, String code) {
        return phone.e164() + '|' + code;
    }
}
