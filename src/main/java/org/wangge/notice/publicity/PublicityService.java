package org.wangge.notice.publicity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.wangge.access.OwnGrids;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import org.wangge.refusal.SocietyRefusal;
import reactor.core.publisher.Mono;

/// The rules by which notices are drafted, published and withdrawn: whoever was in the audience at
/// publication stays in it. What is against them is [Refused].
@Service
class PublicityService {
    private final Commands commands;
    private final OwnGrids grids;
    private final PolicyNotices notices;
    private final PolicyAddressees addressees;
    private final Clock clock;

    PublicityService(
            Commands commands, OwnGrids grids, PolicyNotices notices, PolicyAddressees addressees, Clock clock) {
        this.commands = commands;
        this.grids = grids;
        this.notices = notices;
        this.addressees = addressees;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED
    Mono<Outcome> draft(DraftPolicyNoticeInput input, Viewer viewer) {
        var now = now();
        var work = grids.of(input.gridId(), Right.PUBLICITY, viewer)
                .doOnNext(grid -> input.problems().refuseIfAny())
                .flatMap(grid -> notices.insert(input, grid, viewer.actor(), now))
                .map(notice -> done("DRAFTED", notice, now));
        return commands.once(new Command(viewer.actor(), input.key(), "draftPolicyNotice", input), now, work);
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE
    Mono<Outcome> change(ChangePolicyNoticeInput input, Viewer viewer) {
        var now = now();
        var work = current(input.noticeId(), input.expectedVersion(), viewer)
                .doOnNext(notice -> notice.require(PolicyNoticeStatus.DRAFT))
                .doOnNext(notice -> input.check())
                .flatMap(notice -> notices.change(notice, input))
                .map(notice -> done("CHANGED", notice, now));
        return commands.once(new Command(viewer.actor(), input.key(), "changePolicyNotice", input), now, work);
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE, NOBODY_ADDRESSED
    Mono<Outcome> publish(PublishPolicyNoticeInput input, Viewer viewer) {
        var now = now();
        var work = current(input.noticeId(), input.expectedVersion(), viewer)
                .doOnNext(notice -> notice.require(PolicyNoticeStatus.DRAFT))
                .delayUntil(notice -> addressees
                        .snapshot(notice, LocalDate.ofInstant(now, clock.getZone()))
                        .doOnNext(PublicityService::requireSomebody))
                .flatMap(notice -> notices.publish(notice, now))
                .map(notice -> done("PUBLISHED", notice, now));
        return commands.once(new Command(viewer.actor(), input.key(), "publishPolicyNotice", input), now, work);
    }

    /// A draft as well: it is kept, and goes no further.
    ///
    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE
    Mono<Outcome> withdraw(WithdrawPolicyNoticeInput input, Viewer viewer) {
        var now = now();
        var work = current(input.noticeId(), input.expectedVersion(), viewer)
                .doOnNext(notice -> notice.require(PolicyNoticeStatus.DRAFT, PolicyNoticeStatus.PUBLISHED))
                .doOnNext(notice -> input.check())
                .flatMap(notice -> notices.withdraw(notice, input.reason().strip(), now))
                .map(notice -> done("WITHDRAWN", notice, now));
        return commands.once(new Command(viewer.actor(), input.key(), "withdrawPolicyNotice", input), now, work);
    }

    private Mono<PolicyNotice> current(PolicyNoticeId id, int expected, Viewer viewer) {
        return notices.lock(id, PublicitySight.publishing(viewer))
                .switchIfEmpty(Mono.error(() -> Problems.single("noticeId", ProblemCode.UNKNOWN)))
                .doOnNext(notice -> Refused.ifStale(expected, notice.version()));
    }

    private static void requireSomebody(long addressed) {
        if (addressed == 0) {
            throw new Refused(new SocietyRefusal.NobodyAddressed());
        }
    }

    private static Done done(String what, PolicyNotice notice, Instant now) {
        return new Done(notice.uuid(), notice.version(), List.of(notice.event(what, notice.gridKey(), now)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
