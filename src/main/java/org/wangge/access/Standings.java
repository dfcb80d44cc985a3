package org.wangge.access;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.feed.Foresight;
import org.wangge.graphql.Rows;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Who somebody is to the work, remembered for a minute and forgotten as soon as it changes: every
/// node looks for changed accounts before it tells events, so that nobody hears of what came after
/// their rights ended.
@Component
public class Standings implements Foresight {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 50_000;
    /// A change is seen at its commit, which may come so much later than its time.
    private static final Duration LATE = Duration.ofSeconds(15);

    private final DatabaseClient database;
    private final Accounts accounts;
    private final Clock clock;
    private final AsyncCache<Claimed, Remembered> known =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).buildAsync();
    private final Map<UUID, Instant> seen = new ConcurrentHashMap<>();

    private record Claimed(UUID accountId, UUID sessionId) {}

    private record Change(UUID accountId, Instant at) {}

    Standings(DatabaseClient database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// The viewer whom a token names, now.
    ///
    /// @throws Fault TOKEN_EXPIRED, or TOKEN_REVOKED when the session or account has ended
    public Mono<Viewer> of(Claims claims) {
        return Mono.defer(() -> {
            if (!clock.instant().isBefore(claims.expiresAt())) {
                return Mono.error(new Fault(FaultCode.TOKEN_EXPIRED));
            }
            var claimed = new Claimed(claims.accountId(), claims.sessionId());
            var future = known.get(
                    claimed,
                    (key, executor) -> accounts.standing(key.accountId(), key.sessionId(), clock.instant())
                            .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.TOKEN_REVOKED)))
                            .map(Remembered::new)
                            .toFuture());
            return Mono.fromFuture(future, true).map(remembered -> remembered.viewer(clock.instant()));
        });
    }

    /// To be said after each change to an account, its grants or its sessions on this node.
    public void forget(UUID accountId) {
        known.asMap().keySet().removeIf(claimed -> claimed.accountId().equals(accountId));
    }

    /// Forgets what changed lately, on whichever node.
    @Override
    public Mono<Void> lookAhead() {
        return database.sql("""
                        select id, changed_at
                        from account
                        where changed_at > clock_timestamp() - make_interval(secs => :late)""")
                .bind("late", (double) LATE.toSeconds())
                .map(row -> new Change(Rows.uuid(row, "id"), Rows.get(row, "changed_at", Instant.class)))
                .all()
                .collectMap(Change::accountId, Change::at)
                .doOnNext(this::changed)
                .then();
    }

    private void changed(Map<UUID, Instant> changes) {
        changes.forEach((account, at) -> {
            if (!at.equals(seen.put(account, at))) {
                forget(account);
            }
        });
        seen.keySet().retainAll(changes.keySet());
    }
}
