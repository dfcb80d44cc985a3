package org.wangge.access;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Somebody who stays for longer than one answer: who they are can be asked again.
public final class Presence {
    static final Presence ANONYMOUS = new Presence(null, null);

    private final @Nullable Claims claims;
    private final @Nullable Standings standings;

    private Presence(@Nullable Claims claims, @Nullable Standings standings) {
        this.claims = claims;
        this.standings = standings;
    }

    static Presence of(Claims claims, Standings standings) {
        return new Presence(claims, standings);
    }

    /// The viewer as of now.
    ///
    /// @throws org.wangge.refusal.Fault TOKEN_EXPIRED, TOKEN_REVOKED
    public Mono<Viewer> viewer() {
        return claims == null || standings == null ? Mono.just(Viewer.ANONYMOUS) : standings.of(claims);
    }
}
