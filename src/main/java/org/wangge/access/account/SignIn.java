package org.wangge.access.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Signing in by name and password. Whatever is wrong - the name, the password, the code, an account
/// that was disabled - it is one answer, and it takes as long.
@Service
class SignIn {
    private final CredentialStore store;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Lockout lockout;
    private final Door door;

    SignIn(CredentialStore store, Passwords passwords, SecondFactors factors, Lockout lockout, Door door) {
        this.store = store;
        this.passwords = passwords;
        this.factors = factors;
        this.lockout = lockout;
        this.door = door;
    }

    /// @throws Refused CREDENTIALS_REJECTED, SIGN_IN_LOCKED, SECOND_FACTOR_NEEDED
    Mono<SessionTokens> signIn(SignInInput input, @Nullable String address) {
        var trial = store.find(input.accountName())
                .singleOptional()
                .flatMap(found -> proven(found, input))
                .flatMap(credentials -> entry(credentials, input, address));
        return lockout.guard(input.accountName(), address, trial).flatMap(door::open);
    }

    private Mono<Credentials> proven(Optional<Credentials> found, SignInInput input) {
        var hash = found.map(Credentials::hash).orElse(null);
        return passwords
                .match(input.password(), hash)
                .filter(fits -> fits && !found.orElseThrow().isDisabled())
                .switchIfEmpty(Mono.error(SignIn::rejected))
                .map(fits -> found.orElseThrow());
    }

    private Mono<Door.Entry> entry(Credentials credentials, SignInInput input, @Nullable String address) {
        return secondFactor(credentials, input.code())
                .map(given -> new Door.Entry(AccessAct.SIGN_IN, credentials.accountId(), given, address));
    }

    /// Whether one was given; it has to be where there is one.
    private Mono<Boolean> secondFactor(Credentials credentials, @Nullable String code) {
        if (!credentials.hasSecondFactor()) {
            return Mono.just(false);
        }
        if (code == null || code.isBlank()) {
            return Mono.error(new Refused(new Refusal.SecondFactorNeeded()));
        }
        return factors.accepts(credentials.accountId(), code)
                .filter(accepted -> accepted)
                .switchIfEmpty(Mono.error(SignIn::rejected));
    }

    private static Refused rejected() {
        return new Refused(new Refusal.CredentialsRejected());
    }
}
