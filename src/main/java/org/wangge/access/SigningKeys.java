package org.wangge.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private volatile Instant askedAt = Instant.EPOCH;

    record Key(int id, byte[] secret, Instant createdAt) {}

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
        if (key != null) {
            return Mono.just(key);
        }
        var now = clock.instant();
        if (now.isBefore(askedAt.plus(ASKED_AGAIN))) {
            return Mono.empty();
        }
        askedAt = now;
        return read().then(Mono.fromSupplier(() -> known.get(id)));
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
                    known.putAll(read);
                    known.keySet().retainAll(read.keySet());
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
