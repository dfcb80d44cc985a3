package org.wangge.resident.correction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.access.personal.Keyrings;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Corrects and confirms records (核实更正): collected once, used many times.
@Service
class CorrectionService {
    private final Commands commands;
    private final Records records;
    private final Keyrings keyrings;
    private final Clock clock;

    CorrectionService(Commands commands, Records records, Keyrings keyrings, Clock clock) {
        this.commands = commands;
        this.records = records;
        this.keyrings = keyrings;
        this.clock = clock;
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, STALE_VERSION, ONESELF, KEY_REUSED
    Mono<Outcome> correct(CorrectResidentInput input, Viewer viewer) {
        viewer.require(Right.CORRECT);
        var now = clock.instant();
        input.check(now, LocalDate.now(clock));
        var work = written(input.verification(), input.facts(), viewer, now, "RESIDENT_CORRECTED");
        return keyrings.current()
                .map(keyring -> new Command(viewer.actor(), input.key(), "correctResident", input.fingerprint(keyring)))
                .flatMap(command -> commands.once(command, now, work));
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, STALE_VERSION, KEY_REUSED
    Mono<Outcome> confirm(ConfirmResidentInput input, Viewer viewer) {
        viewer.require(Right.CORRECT);
        var now = clock.instant();
        input.verification().check(new Problems(), now).refuseIfAny();
        var work = written(input.verification(), Facts.NONE, viewer, now, "RESIDENT_CONFIRMED");
        return commands.once(new Command(viewer.actor(), input.key(), "confirmResident", input), now, work);
    }

    private Mono<Done> written(Verification seen, Facts facts, Viewer viewer, Instant now, String event) {
        if (seen.residentId().value().equals(viewer.residentId())) {
            return Mono.error(new Refused(new Refusal.Oneself()));
        }
        return records.lock(seen.residentId(), viewer.scope(Right.CORRECT))
                .switchIfEmpty(Mono.error(() -> Problems.single("residentId", ProblemCode.UNKNOWN)))
                .doOnNext(kept -> kept.requireVersion(seen.expectedVersion()))
                .flatMap(kept -> records.change(
                                kept, facts, change(kept, seen, viewer, now), CorrectResidentInput::path)
                        .delayUntil(version -> records.release(kept.residentId(), facts.phone()))
                        .map(version -> new Done(
                                kept.residentId(),
                                version,
                                List.of(new NewEvent(event, kept.residentId(), version, kept.gridKey(), now)))));
    }

    private static Change change(Kept kept, Verification seen, Viewer viewer, Instant now) {
        return Change.by(
                viewer,
                Right.CORRECT,
                kept.gridKey(),
                now,
                seen.at(now),
                seen.source().strip());
    }
}
