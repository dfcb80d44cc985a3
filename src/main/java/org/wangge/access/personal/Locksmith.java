package org.wangge.access.personal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Carries a change of keys on, from wherever it stands, while everybody works on: first every node
/// learns of the new key, then it seals, then all older cells are sealed anew. A key is destroyed
/// when a look at every cell, taken long after it last sealed, finds nothing under it.
@Component
class Locksmith {
    private static final Logger LOG = LoggerFactory.getLogger(Locksmith.class);

    private final Rotations rotations;
    private final Rewriting rewriting;
    private final Keyrings keyrings;
    private final Clock clock;

    Locksmith(Rotations rotations, Rewriting rewriting, Keyrings keyrings, Clock clock) {
        this.rotations = rotations;
        this.rewriting = rewriting;
        this.keyrings = keyrings;
        this.clock = clock;
    }

    /// Each second: until there is nothing to do, or something to wait for.
    @Scheduled(initialDelayString = "1s", fixedDelayString = "1s")
    Mono<Void> work() {
        return Mono.defer(this::step)
                .repeat()
                .takeUntil(goesOn -> !goesOn)
                .then()
                .onErrorResume(failure -> Mono.fromRunnable(() -> LOG.warn(
                        "The change of keys stands still, the next try is in a second: {}", failure.toString())));
    }

    /// Whether there is more to do at once.
    private Mono<Boolean> step() {
        return rotations.take(rewriting.fields()).flatMap(this::step).defaultIfEmpty(false);
    }

    private Mono<Boolean> step(Pass pass) {
        return switch (pass.state()) {
            case INTRODUCING -> pass.hasRested() ? rotations.switchOver(pass).map(rows -> rows == 1) : Mono.just(false);
            case RESTING -> pass.hasRested() ? next(pass, KeyRotationState.CHECKING, true) : Mono.just(false);
            case REWRITING, CHECKING -> pass.columnNo() < rewriting.columns().size() ? batch(pass) : passed(pass);
            case DONE -> Mono.just(false);
        };
    }

    private Mono<Boolean> batch(Pass pass) {
        var column = rewriting.columns().get(pass.columnNo());
        return rewriting
                .older(column, pass.after(), pass.keyId())
                .zipWith(keyrings.current())
                .publishOn(Schedulers.parallel())
                .flatMap(found -> rewriting
                        .rewrite(column, found.getT1(), found.getT2())
                        .flatMap(written -> noted(pass, found.getT1(), written)));
    }

    private Mono<Boolean> noted(Pass pass, List<OldCell> old, long written) {
        var isLast = old.size() < Rewriting.BATCH;
        @Nullable UUID after = isLast ? null : old.getLast().row();
        return rotations
                .note(pass, isLast ? pass.columnNo() + 1 : pass.columnNo(), after, old.size(), written)
                .map(rows -> rows == 1);
    }

    /// Every cell was looked at once.
    private Mono<Boolean> passed(Pass pass) {
        if (pass.state() == KeyRotationState.REWRITING) {
            return next(pass, pass.found() > 0 ? KeyRotationState.REWRITING : KeyRotationState.RESTING, false);
        }
        return pass.found() > 0
                ? next(pass, KeyRotationState.RESTING, false)
                : rotations.finish(pass, clock.instant()).thenReturn(false);
    }

    private Mono<Boolean> next(Pass pass, KeyRotationState state, boolean atOnce) {
        return rotations.goTo(pass, state).map(rows -> rows == 1 && atOnce);
    }
}
