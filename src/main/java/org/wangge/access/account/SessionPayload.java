package org.wangge.access.account;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What became of a sign-in: a session, or why there is none.
public record SessionPayload(
        @Nullable SessionTokens session, @Nullable Refusal refusal) {
    public static Mono<SessionPayload> of(Mono<SessionTokens> tokens) {
        return tokens.map(session -> new SessionPayload(session, null))
                .onErrorResume(Refused.class, refused -> Mono.just(new SessionPayload(null, refused.refusal())));
    }
}
