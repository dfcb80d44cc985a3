package org.wangge.access.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Keeps guessing slow: five failures with a name from an address lock that pair for 15 minutes,
/// twenty lock the name everywhere, fifty the address for all names. Names that do not exist are
/// counted and locked likewise.
@Component
public class Lockout {
    private static final int PER_PAIR = 5;
    private static final int PER_NAME = 20;
    private static final int PER_ADDRESS = 50;
    private static final Duration SPAN = Duration.ofMinutes(15);
    private static final String NAME = "name";

    private final Attempts attempts;
    private final Clock clock;

    Lockout(Attempts attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /// Tries, unless it is locked; only CREDENTIALS_REJECTED counts as a failure.
    ///
    /// @throws Refused SIGN_IN_LOCKED
    <T> Mono<T> guard(String name, @Nullable String address, Mono<T> trial) {
        var from = String.valueOf(address);
        var pair = Quota.of(NAME, name, from, PER_PAIR, SPAN);
        var others = List.of(Quota.of(NAME, name, PER_NAME, SPAN), ofAddress(address));
        var quotas = List.of(pair, others.getFirst(), others.getLast());
        return attempts.take(quotas, now())
                .then(trial.onErrorResume(thrown -> isFailure(thrown)
                        ? Mono.error(thrown)
                        : attempts.giveBack(quotas).then(Mono.error(thrown))))
                .flatMap(done ->
                        attempts.clear(pair).then(attempts.giveBack(others)).thenReturn(done));
    }

    /// Forgets the failures with a name, from everywhere.
    public Mono<Void> unlock(String name) {
        return attempts.clearAll(Quota.prefix(NAME, name));
    }

    /// What one address may try before it is locked.
    public static Quota ofAddress(@Nullable String address) {
        return Quota.of("address", String.valueOf(address), PER_ADDRESS, SPAN);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean isFailure(Throwable thrown) {
        return thrown instanceof Refused refused && refused.refusal() instanceof Refusal.CredentialsRejected;
    }
}
