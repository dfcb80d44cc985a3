package org.wangge.meeting.ballot;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Counts the ballots whose time is over. Any node may do it: each has one key.
@Component
class BallotTimer {
    private static final Logger LOG = LoggerFactory.getLogger(BallotTimer.class);

    private final Ballots ballots;
    private final BallotService service;
    private final Clock clock;

    BallotTimer(Ballots ballots, BallotService service, Clock clock) {
        this.ballots = ballots;
        this.service = service;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT10S")
    Mono<Void> run() {
        return Mono.defer(this::closeDue);
    }

    /// Read to the end first, so that a run takes one connection at a time.
    Mono<Void> closeDue() {
        return ballots.due(clock.instant())
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(this::close)
                .then()
                .onErrorResume(failure -> Mono.fromRunnable(() ->
                        LOG.warn("Ballots could not be counted, the next try is in a moment: {}", failure.toString())));
    }

    /// Whoever was faster has counted it; one that cannot be counted keeps none of the others waiting.
    private Mono<Void> close(BallotId id) {
        return service.closeDue(id)
                .then()
                .onErrorResume(Refused.class, refused -> Mono.empty())
                .onErrorResume(failure -> Mono.fromRunnable(() -> LOG.warn(
                        "Ballot {} could not be counted, the next try is in a moment: {}", id, failure.toString())));
    }
}
