package org.wangge.resident.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import org.wangge.resident.ResidentId;
import reactor.core.publisher.Mono;

/// Shows personal values in clear (查阅个人信息): noted first, then read, in one transaction.
@Service
class RevealService {
    private final Commands commands;
    private final Reachable reachable;
    private final DisclosureLog log;
    private final Disclosures disclosures;
    private final Clock clock;

    RevealService(Commands commands, Reachable reachable, DisclosureLog log, Disclosures disclosures, Clock clock) {
        this.commands = commands;
        this.reachable = reachable;
        this.log = log;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, also when the resident is out of reach; QUOTA_USED_UP; KEY_REUSED
    Mono<RevealPayload> reveal(RevealResidentInput input, Viewer viewer) {
        viewer.signedIn();
        input.check();
        var now = clock.instant();
        var reach = Reach.of(viewer, input.purpose());
        var values = new AtomicReference<@Nullable List<RevealedValue>>();
        var work = reachable
                .find(input.residentId(), reach)
                .switchIfEmpty(Mono.error(RevealService::unknown))
                .flatMap(subject -> log.writeCounted(look(input, viewer, subject, now)))
                .zipWhen(written -> reachable.open(input.residentId(), input.fields(), reach))
                .doOnNext(opened -> values.set(opened.getT2()))
                .map(opened -> Done.quietly(opened.getT1().id().value(), 1));
        return commands.once(new Command(viewer.actor(), input.key(), "revealResident", input), now, work)
                .flatMap(outcome -> payload(outcome, values.get(), input, viewer));
    }

    /// Told again, the values are read again under the rights of now.
    private Mono<RevealPayload> payload(
            Outcome outcome, @Nullable List<RevealedValue> read, RevealResidentInput input, Viewer viewer) {
        var values = read == null || outcome.replayed() ? again(input.residentId(), input, viewer) : Mono.just(read);
        var account = Objects.requireNonNull(viewer.accountId());
        return values.zipWith(
                disclosures.find(new DisclosureId(outcome.subject()), account),
                (shown, row) -> new RevealPayload(shown, row, null, outcome.replayed()));
    }

    private Mono<List<RevealedValue>> again(ResidentId id, RevealResidentInput input, Viewer viewer) {
        return reachable
                .open(id, input.fields(), Reach.of(viewer, input.purpose()))
                .switchIfEmpty(Mono.error(RevealService::unknown));
    }

    private static Look look(RevealResidentInput input, Viewer viewer, Subject subject, Instant now) {
        var isOwn = subject.residentId().equals(viewer.residentId());
        var role = isOwn ? Role.RESIDENT : Reach.role(viewer, subject.gridKey());
        return new Look(
                isOwn ? DisclosureKind.OWN : DisclosureKind.REVEAL,
                now,
                Looker.of(viewer, role),
                subject.residentId(),
                subject.gridKey(),
                input.fields(),
                input.purpose(),
                input.note(),
                input.serves());
    }

    private static Refused unknown() {
        return Problems.single("residentId", ProblemCode.UNKNOWN);
    }
}
