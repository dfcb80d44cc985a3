package org.wangge.resident.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.resident.LedgerSight;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Finds residents by a whole id document or phone number, through its blind index. Each search is
/// noted for everybody it finds, and also when it finds nobody.
@Service
class SearchService {
    private final Commands commands;
    private final Reachable reachable;
    private final DisclosureLog log;
    private final Disclosures disclosures;
    private final Clock clock;

    SearchService(Commands commands, Reachable reachable, DisclosureLog log, Disclosures disclosures, Clock clock) {
        this.commands = commands;
        this.reachable = reachable;
        this.log = log;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /// @throws Fault NOT_PERMITTED when the viewer may search nowhere for that
    Mono<SearchPayload> search(SearchResidentInput input, Viewer viewer) {
        var reach = Reach.of(viewer.signedIn(), input.purpose());
        if (Reach.isNowhere(reach)) {
            throw new Fault(FaultCode.NOT_PERMITTED);
        }
        input.check();
        var now = clock.instant();
        var work = found(input, reach)
                .flatMap(found -> noted(input, viewer, found, now))
                .map(written -> Done.quietly(written.id().value(), 1));
        return reachable
                .fingerprint(input.by().sought())
                .map(print -> new Command(viewer.actor(), input.key(), "searchResident", input.with(print)))
                .flatMap(command -> commands.once(command, now, work))
                .flatMap(outcome -> payload(outcome, input, viewer, reach));
    }

    /// What is shown is found anew: also when it is told again, under the rights of now.
    private Mono<SearchPayload> payload(Outcome outcome, SearchResidentInput input, Viewer viewer, LedgerSight reach) {
        var account = Objects.requireNonNull(viewer.accountId());
        return found(input, reach)
                .zipWith(
                        disclosures.find(new DisclosureId(outcome.subject()), account),
                        (found, row) -> new SearchPayload(
                                found.stream().map(Subject::residentId).toList(),
                                reach,
                                row,
                                null,
                                outcome.replayed()));
    }

    private Mono<List<Subject>> found(SearchResidentInput input, LedgerSight reach) {
        return reachable.having(input.by().sought(), reach).collectList();
    }

    /// The first is refused when no look is left; the others are noted with it.
    private Mono<Disclosure> noted(SearchResidentInput input, Viewer viewer, List<Subject> found, Instant now) {
        if (found.isEmpty()) {
            var nobody = look(input, Looker.of(viewer, Reach.anyRole(viewer)), now);
            return log.writeCounted(nobody);
        }
        var looks =
                found.stream().map(subject -> look(input, viewer, subject, now)).toList();
        return log.writeCounted(looks.getFirst())
                .flatMap(first -> Flux.fromIterable(looks.subList(1, looks.size()))
                        .concatMap(log::write)
                        .then(Mono.just(first)));
    }

    private static Look look(SearchResidentInput input, Looker by, Instant now) {
        return new Look(
                DisclosureKind.SEARCH,
                now,
                by,
                null,
                null,
                List.of(input.by().sought().field()),
                input.purpose(),
                input.note(),
                null);
    }

    private static Look look(SearchResidentInput input, Viewer viewer, Subject subject, Instant now) {
        return new Look(
                DisclosureKind.SEARCH,
                now,
                Looker.of(viewer, Reach.role(viewer, subject.gridKey())),
                subject.residentId(),
                subject.gridKey(),
                List.of(input.by().sought().field()),
                input.purpose(),
                input.note(),
                null);
    }
}
