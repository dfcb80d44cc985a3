package org.wangge.access.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Stands in for org.wangge.access.Tokens.
@Component("standInTokens")
class Tokens {
    private final Clock clock;

    Tokens(Clock clock) {
        this.clock = clock;
    }

    record AccessToken(String text, Instant expiresAt) {}

    Mono<AccessToken> issue(UUID accountId, UUID sessionId) {
        return Mono.just(
                new AccessToken(accountId + "." + sessionId, clock.instant().plus(Duration.ofMinutes(10))));
    }
}
