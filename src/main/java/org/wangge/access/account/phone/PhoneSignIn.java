package org.wangge.access.account.phone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.wangge.access.account.AccessAct;
import org.wangge.access.account.Attempts;
import org.wangge.access.account.Lockout;
import org.wangge.access.account.Quota;
import org.wangge.access.account.SessionTokens;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Signing in by a code that is sent to the phone. Nobody learns from it whether a number has an account.
@Service
class PhoneSignIn {
    private final ObjectProvider<SmsSender> sender;
    private final PhoneCodes codes;
    private final Attempts attempts;
    private final ResidentDoor door;
    private final Clock clock;

    PhoneSignIn(ObjectProvider<SmsSender> sender, PhoneCodes codes, Attempts attempts, ResidentDoor door, Clock clock) {
        this.sender = sender;
        this.codes = codes;
        this.attempts = attempts;
        this.door = door;
        this.clock = clock;
    }

    /// Sends a code: one a minute and five an hour to a phone, twenty an hour from an address. Gives
    /// the instant until which it is good.
    ///
    /// @throws Fault SIGN_IN_UNAVAILABLE without a way to send, RATE_LIMITED, UNAVAILABLE
    Mono<Instant> request(Phone phone, @Nullable String address) {
        var sms = sender.getIfAvailable();
        if (sms == null) {
            return Mono.error(new Fault(FaultCode.SIGN_IN_UNAVAILABLE, "SMS"));
        }
        var now = now();
        return codes.alias(phone)
                .flatMap(alias -> attempts.take(quotas(alias, address), now))
                .onErrorMap(Refused.class, full -> limited(full, now))
                .then(codes.next(phone, now))
                .flatMap(code -> sms.send(phone, code, (int) PhoneCodes.GOOD.toMinutes()))
                .thenReturn(now.plus(PhoneCodes.GOOD));
    }

    /// @throws Refused CREDENTIALS_REJECTED, SIGN_IN_LOCKED for the address
    Mono<SessionTokens> signIn(Phone phone, String code, @Nullable String address) {
        var quota = List.of(Lockout.ofAddress(address));
        return attempts.take(quota, now())
                .then(Mono.defer(() -> codes.accepts(phone, code, now())))
                .filter(accepted -> accepted)
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.CredentialsRejected())))
                .delayUntil(accepted -> attempts.giveBack(quota))
                .flatMap(accepted -> door.open(AccessAct.SIGN_IN_BY_PHONE, phone, address));
    }

    private static List<Quota> quotas(String alias, @Nullable String address) {
        return List.of(
                Quota.of("sms-minute", alias, 1, Duration.ofMinutes(1)),
                Quota.of("sms-hour", alias, 5, Duration.ofHours(1)),
                Quota.of("sms-address", String.valueOf(address), 20, Duration.ofHours(1)));
    }

    private static Throwable limited(Refused full, Instant now) {
        return full.refusal() instanceof Refusal.SignInLocked locked
                ? new Fault(
                        FaultCode.RATE_LIMITED,
                        Math.max(1, Duration.between(now, locked.until()).toSeconds()))
                : full;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
