package org.wangge.personnel.admission;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.grid.Scope;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules of the duty list (准入清单): whoever leads the subdistrict puts something on it and
/// takes it off. What is against them is [Refused].
@Service
class AdmissionService {
    private final Commands commands;
    private final DutyItems items;
    private final AdmissionReferences references;
    private final Clock clock;

    AdmissionService(Commands commands, DutyItems items, AdmissionReferences references, Clock clock) {
        this.commands = commands;
        this.items = items;
        this.references = references;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, also when the code is on the list in that time
    Mono<Outcome> admit(AdmitDutyItemInput input, Viewer viewer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var own = own(viewer);
        var work = references
                .of(input, own)
                .flatMap(grid -> items.insert(input, grid, viewer.actor(), now))
                .map(id -> Done.quietly(id, 1));
        return commands.once(new Command(viewer.actor(), input.key(), "admitDutyItem", input), now, work)
                .onErrorMap(
                        DataIntegrityViolationException.class, taken -> Problems.single("code", ProblemCode.DUPLICATE));
    }

    Mono<Outcome> end(EndDutyItemInput input, Viewer viewer) {
        var now = clock.instant();
        var own = own(viewer);
        var work = current(input, own)
                .doOnNext(item -> input.problemsWith(item).refuseIfAny())
                .filterWhen(item -> items.end(item, input.toOn(), input.reason().strip()))
                .switchIfEmpty(Mono.defer(() -> current(input, own)))
                .map(item -> Done.quietly(item.id().value(), item.version() + 1));
        return commands.once(new Command(viewer.actor(), input.key(), "endDutyItem", input), now, work);
    }

    private Mono<DutyItem> current(EndDutyItemInput input, Scope own) {
        return items.find(input.dutyItemId(), own)
                .filter(item -> own.holds(item.gridKey()))
                .switchIfEmpty(Mono.error(() -> Problems.single("dutyItemId", ProblemCode.UNKNOWN)))
                .doOnNext(item -> requireVersion(item, input.expectedVersion()));
    }

    private static Scope own(Viewer viewer) {
        return viewer.require(Right.ADMIT).scope(Right.ADMIT);
    }

    private static void requireVersion(DutyItem item, int expected) {
        if (item.version() != expected) {
            throw new Refused(new Refusal.StaleVersion(expected, item.version()));
        }
    }
}
