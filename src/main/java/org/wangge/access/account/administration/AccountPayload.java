package org.wangge.access.account.administration;

import org.jspecify.annotations.Nullable;
import org.wangge.access.account.AccountId;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What became of a command on an account.
record AccountPayload(
        @Nullable AccountId id,
        @Nullable String initialPassword,
        @Nullable Refusal refusal,
        boolean replayed) {
    /// With the password that was made, if this is not told again.
    static Mono<AccountPayload> of(Mono<Outcome> outcome, @Nullable String password) {
        return outcome.map(done -> new AccountPayload(
                        new AccountId(done.subject()), done.replayed() ? null : password, null, done.replayed()))
                .onErrorResume(
                        Refused.class, refused -> Mono.just(new AccountPayload(null, null, refused.refusal(), false)));
    }

    @Override
    public String toString() {
        return "payload of " + id;
    }
}
