package org.wangge.access.personal;

import java.time.Clock;
import java.time.Instant;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Who may change the keys, and when: one change at a time.
@Service
class KeyService {
    private final Commands commands;
    private final Rotations rotations;
    private final Rewriting rewriting;
    private final Clock clock;

    KeyService(Commands commands, Rotations rotations, Rewriting rewriting, Clock clock) {
        this.commands = commands;
        this.rotations = rotations;
        this.rewriting = rewriting;
        this.clock = clock;
    }

    Mono<KeyRotation> latest(Viewer viewer) {
        viewer.require(Right.KEYS);
        return rotations.latest();
    }

    /// Begins a change; a [Locksmith] carries it on.
    Mono<Outcome> rotate(RotateKeysInput input, Viewer viewer) {
        viewer.require(Right.KEYS);
        var now = clock.instant();
        var command = new Command(viewer.actor(), input.key(), "rotateKeys", input);
        return commands.once(command, now, begun(input.algorithm(), now));
    }

    /// Two that begin at once are told apart by the database.
    private Mono<Done> begun(Algorithm algorithm, Instant now) {
        return rewriting
                .total()
                .flatMap(total -> rotations.begin(algorithm, rewriting.fields(), total, now))
                .onErrorMap(
                        DataIntegrityViolationException.class, underWay -> new Refused(new Refusal.RotationUnderWay()))
                .map(id -> Done.quietly(id, 1));
    }
}
