package org.wangge.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// The keys that tokens are signed with, the same on all nodes: a new one every week. An old one
/// outlives the tokens it signed.
@Component
class SigningKeys {
    private static final Duration IN_USE = Duration.ofDays(7);
    private static final Duration KEPT = Duration.ofDays(8);
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(1);
    private static final int BYTES = 32;
    private static final String LABEL = "signing key";

    private final DatabaseClient database;
    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, Key> known = new ConcurrentHashMap<>();
    private final AtomicReference<Asked> asked = new AtomicReference<>(new Asked(Instant.EPOCH, Mono.empty()));

    record Key(int id, byte[] secret, Instant createdAt) {}

    private record Asked(Instant at, Mono<Void> read) {}

    SigningKeys(DatabaseClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /// The key to sign with now.
    Mono<Key> current() {
        return Mono.defer(() -> Mono.justOrEmpty(
                        known.values().stream().filter(this::isInUse).findFirst()))
                .switchIfEmpty(read().then(Mono.defer(() -> Mono.justOrEmpty(
                        known.values().stream().filter(this::isInUse).findFirst()))))
                .switchIfEmpty(make().then(read()).then(Mono.defer(() -> Mono.just(newest()))));
    }

    /// The key of a token; empty when there is none, or none any more.
    Mono<Key> find(int id) {
        var key = known.get(id);
        return key != null ? Mono.just(key) : asked().then(Mono.fromSupplier(() -> known.get(id)));
    }

    /// A key that was made up must not cost a look at the database each time, and one of another node
    /// must not be missed: whoever asks within a second shares one look, and waits for it.
    private Mono<Void> asked() {
        var now = clock.instant();
        return asked.updateAndGet(
                        last -> now.isBefore(last.at().plus(ASKED_AGAIN)) ? last : new Asked(now, read().cache()))
                .read();
    }

    private boolean isInUse(Key key) {
        return clock.instant().isBefore(key.createdAt().plus(IN_USE));
    }

    private Key newest() {
        return known.values().stream()
                .max(java.util.Comparator.comparing(Key::createdAt))
                .orElseThrow();
    }

    private Mono<Void> read() {
        return database.sql("select id, secret, created_at from signing_key where created_at > :since order by id")
                .bind("since", clock.instant().minus(KEPT))
                .map(row -> new Key(
                        Rows.number(row, "id"),
                        vault.open(Rows.get(row, "secret", byte[].class), LABEL),
                        Rows.get(row, "created_at", Instant.class)))
                .all()
                .collectMap(Key::id)
                .doOnNext(read -> {
                    read.forEach(known::putIfAbsent);
                    known.values()
                            .removeIf(key ->
                                    key.createdAt().isBefore(clock.instant().minus(KEPT)));
                })
                .then();
    }

    /// Two nodes may each make one at the same time; both are good.
    private Mono<Void> make() {
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        return database.sql("""
                        with gone as (
                          delete from signing_key where created_at < :gone
                        )
                        insert into signing_key (secret, created_at) values (:secret, :now)""")
                .bind("gone", clock.instant().minus(KEPT))
                .bind("secret", vault.seal(secret, LABEL))
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .then();
    }
}
