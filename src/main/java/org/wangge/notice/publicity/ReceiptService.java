package org.wangge.notice.publicity;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.grid.GridKey;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules of receipts (回执): one for each person, the first that comes; another one changes nothing.
@Service
class ReceiptService {
    private final Commands commands;
    private final PolicyNotices notices;
    private final PolicyAddressees addressees;
    private final Clock clock;

    ReceiptService(Commands commands, PolicyNotices notices, PolicyAddressees addressees, Clock clock) {
        this.commands = commands;
        this.notices = notices;
        this.addressees = addressees;
        this.clock = clock;
    }

    /// By the one to whom it was addressed.
    ///
    /// @throws Refused INPUT_REJECTED also when it is not for them, NOT_IN_THIS_STATE
    Mono<Outcome> read(ReadPolicyNoticeInput input, Viewer viewer) {
        var now = now();
        var people = PublicitySight.of(viewer.signedIn()).people();
        var work = published(input.noticeId(), viewer)
                .delayUntil(notice -> addressees
                        .of(List.of(notice.uuid()), people)
                        .next()
                        .switchIfEmpty(Mono.error(() -> Problems.single("noticeId", ProblemCode.UNKNOWN))))
                .flatMap(notice -> addressees
                        .read(notice.id(), people, now)
                        .collectList()
                        .map(grids -> done("READ", notice, grids, now)));
        return commands.once(new Command(viewer.actor(), input.key(), "readPolicyNotice", input), now, work);
    }

    /// By somebody who sees the ledger where they lived or served at publication; never for oneself.
    ///
    /// @throws Refused INPUT_REJECTED, NOT_IN_THIS_STATE
    Mono<Outcome> tell(TellPolicyNoticeInput input, Viewer viewer) {
        var now = now();
        viewer.require(Right.LEDGER);
        var at = input.toldAt() == null ? now : input.toldAt().truncatedTo(ChronoUnit.MICROS);
        var work = published(input.noticeId(), viewer)
                .doOnNext(notice -> input.check(viewer, now))
                .doOnNext(notice -> requireAfterPublication(notice, at))
                .delayUntil(notice -> requireAddressed(input, viewer))
                .flatMap(notice -> addressees
                        .tell(notice.id(), input.persons(), Teller.of(viewer), at)
                        .collectList()
                        .map(grids -> done("TOLD", notice, grids, now)));
        return commands.once(new Command(viewer.actor(), input.key(), "tellPolicyNotice", input), now, work);
    }

    private Mono<PolicyNotice> published(PolicyNoticeId id, Viewer viewer) {
        return notices.hold(id, PublicitySight.of(viewer))
                .switchIfEmpty(Mono.error(() -> Problems.single("noticeId", ProblemCode.UNKNOWN)))
                .doOnNext(notice -> notice.require(PolicyNoticeStatus.PUBLISHED));
    }

    private Mono<Void> requireAddressed(TellPolicyNoticeInput input, Viewer viewer) {
        return addressees
                .of(input.noticeId(), input.persons(), viewer.scope(Right.LEDGER))
                .map(PolicyAddressee::person)
                .collect(Collectors.toSet())
                .doOnNext(known -> {
                    var problems = new Problems();
                    input.people()
                            .forEach(named ->
                                    problems.check(known.contains(named.person()), named.path(), ProblemCode.UNKNOWN));
                    problems.refuseIfAny();
                })
                .then();
    }

    private static void requireAfterPublication(PolicyNotice notice, Instant at) {
        var published = Objects.requireNonNull(notice.publishedAt());
        new Problems()
                .check(!at.isBefore(published), "toldAt", ProblemCode.TOO_EARLY, published)
                .refuseIfAny();
    }

    /// Told once for each grid, without a word about whom.
    private static Done done(String what, PolicyNotice notice, List<GridKey> grids, Instant now) {
        var events = grids.stream()
                .distinct()
                .sorted()
                .map(grid -> notice.event(what, grid, now))
                .toList();
        return new Done(notice.uuid(), notice.version(), events);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
