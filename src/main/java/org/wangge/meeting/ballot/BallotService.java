package org.wangge.meeting.ballot;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.grid.Scope;
import org.wangge.meeting.MeetingSight;
import org.wangge.refusal.MeetingRefusal;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules by which ballots are opened and counted. What is against them is [Refused].
@Service
class BallotService {
    private static final String TIMER = "timer";

    private final Commands commands;
    private final Ballots ballots;
    private final BallotReferences references;
    private final Counting counting;
    private final Clock clock;

    BallotService(Commands commands, Ballots ballots, BallotReferences references, Counting counting, Clock clock) {
        this.commands = commands;
        this.ballots = ballots;
        this.references = references;
        this.counting = counting;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, NOT_IN_THIS_STATE of the topic or the meeting, ID_TAKEN
    Mono<Outcome> open(OpenBallotInput input, Viewer viewer) {
        var own = MeetingSight.of(viewer.require(Right.CONVENE).scope(Right.CONVENE));
        var now = now();
        var id = new BallotId(input.id() == null ? UUID.randomUUID() : input.id());
        var work = references
                .ballot(id, input, own, now)
                .delayUntil(ballot ->
                        ballots.insert(ballot).filter(inserted -> inserted).switchIfEmpty(Mono.defer(() -> taken(id))))
                .map(ballot -> new Done(id.value(), 1, List.of(ballot.event(Ballot.OPENED, now))));
        return commands.once(new Command(viewer.actor(), input.key(), "openBallot", input), now, work);
    }

    /// In a meeting whoever leads it says when all have voted; online it ends at its time.
    ///
    /// @throws Refused INPUT_REJECTED, STALE_VERSION, OUTSIDE_WINDOW online before its time
    Mono<Outcome> close(CloseBallotInput input, Viewer viewer) {
        var own = MeetingSight.of(viewer.require(Right.CONVENE).scope(Right.CONVENE));
        var now = now();
        var work = locked(input.ballotId(), own)
                .doOnNext(ballot -> requireCurrent(ballot, input.expectedVersion()))
                .doOnNext(ballot -> requireTime(ballot, now))
                .flatMap(ballot -> counted(ballot, now));
        return commands.once(new Command(viewer.actor(), input.key(), "closeBallot", input), now, work);
    }

    /// Counts a ballot whose time is over; any node may do it, once.
    Mono<Outcome> closeDue(BallotId id) {
        var now = now();
        var key = UUID.nameUUIDFromBytes(("closeBallot|" + id).getBytes(StandardCharsets.UTF_8));
        var work = locked(id, MeetingSight.of(Scope.everywhere()))
                .doOnNext(BallotService::requireOpen)
                .flatMap(ballot -> counted(ballot, now));
        return commands.once(new Command(TIMER, key, "closeBallot", id), now, work);
    }

    private Mono<Done> counted(Ballot ballot, Instant now) {
        return counting.close(ballot, now)
                .map(closed ->
                        new Done(closed.id().value(), closed.version(), List.of(closed.event(Ballot.CLOSED, now))));
    }

    private Mono<Ballot> locked(BallotId id, MeetingSight sight) {
        return ballots.lock(id, sight)
                .switchIfEmpty(Mono.error(() -> Problems.single("ballotId", ProblemCode.UNKNOWN)));
    }

    private Mono<Boolean> taken(BallotId id) {
        return ballots.find(id, MeetingSight.of(Scope.everywhere()))
                .hasElement()
                .flatMap(isTaken -> Mono.error(
                        isTaken
                                ? new Refused(new Refusal.IdTaken(id.toString()))
                                : Problems.single("topicId", ProblemCode.DUPLICATE)));
    }

    private static void requireCurrent(Ballot ballot, int expected) {
        if (ballot.version() != expected) {
            throw new Refused(new Refusal.StaleVersion(expected, ballot.version()));
        }
        requireOpen(ballot);
    }

    private static void requireOpen(Ballot ballot) {
        if (!ballot.isOpen()) {
            throw Problems.single("ballotId", ProblemCode.ENDED);
        }
    }

    private static void requireTime(Ballot ballot, Instant now) {
        var from = ballot.method().isInAMeeting() ? ballot.opensAt() : ballot.closesAt();
        if (now.isBefore(from)) {
            throw new Refused(new MeetingRefusal.OutsideWindow(from, null));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
