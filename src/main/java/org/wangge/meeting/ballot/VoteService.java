package org.wangge.meeting.ballot;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.SeatPerson;
import org.wangge.refusal.MeetingRefusal;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules of voting: who has a vote, once, while the ballot is open. What is against them is [Refused].
@Service
class VoteService {
    private final Commands commands;
    private final Ballots ballots;
    private final Votes votes;
    private final Electorate electorate;
    private final Clock clock;

    VoteService(Commands commands, Ballots ballots, Votes votes, Electorate electorate, Clock clock) {
        this.commands = commands;
        this.ballots = ballots;
        this.votes = votes;
        this.electorate = electorate;
        this.clock = clock;
    }

    /// A secret vote is kept under its key without the option: what is digested there could be guessed.
    /// So the same key tells the first outcome again, whatever option comes with it.
    ///
    /// @throws Refused INPUT_REJECTED, OUTSIDE_WINDOW, NO_VOTE, ALREADY_VOTED
    Mono<Outcome> cast(CastVoteInput input, Viewer viewer) {
        var person = SeatPerson.of(viewer.signedIn());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (person == null) {
            return Mono.error(new Refused(new MeetingRefusal.NoVote("NOT_A_MEMBER")));
        }
        var sight = MeetingSight.of(viewer);
        return known(input.ballotId(), sight).flatMap(ballot -> {
            Object kept = ballot.isSecret() ? input.ballotId() : input;
            var work = voted(input.ballotId(), sight, person, input.optionNo(), now);
            return commands.once(new Command(viewer.actor(), input.key(), "castVote", kept), now, work);
        });
    }

    /// Whoever leads the meeting notes the hands of those who do not vote by themselves.
    ///
    /// @throws Refused INPUT_REJECTED, OUTSIDE_WINDOW, NO_VOTE, ALREADY_VOTED
    Mono<Outcome> record(RecordVoteInput input, Viewer viewer) {
        var own = MeetingSight.of(viewer.require(Right.CONVENE).scope(Right.CONVENE));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var work = known(input.ballotId(), own)
                .doOnNext(ballot -> new Problems()
                        .check(
                                ballot.method() == BallotMethod.SHOW_OF_HANDS,
                                "ballotId",
                                ProblemCode.NOT_ALLOWED,
                                BallotMethod.SHOW_OF_HANDS)
                        .refuseIfAny())
                .flatMap(ballot -> voted(input.ballotId(), own, input.person(), input.optionNo(), now));
        return commands.once(new Command(viewer.actor(), input.key(), "recordVote", input), now, work);
    }

    private Mono<Ballot> known(BallotId id, MeetingSight sight) {
        return ballots.find(id, sight)
                .switchIfEmpty(Mono.error(() -> Problems.single("ballotId", ProblemCode.UNKNOWN)));
    }

    private Mono<Done> voted(BallotId id, MeetingSight sight, SeatPerson person, int option, Instant now) {
        var today = LocalDate.ofInstant(now, clock.getZone());
        return ballots.hold(id, sight)
                .switchIfEmpty(Mono.error(() -> Problems.single("ballotId", ProblemCode.UNKNOWN)))
                .doOnNext(ballot -> check(ballot, option, now))
                .delayUntil(ballot -> electorate
                        .voter(ballot, person, today)
                        .flatMap(voter -> votes.insert(ballot, voter, option))
                        .filter(isFirst -> isFirst)
                        .switchIfEmpty(Mono.error(() -> new Refused(
                                new MeetingRefusal.AlreadyVoted(ballot.voteBy().name())))))
                .map(ballot ->
                        new Done(ballot.id().value(), ballot.version(), List.of(ballot.event(Ballot.VOTED, now))));
    }

    private static void check(Ballot ballot, int option, Instant now) {
        var most = ballot.options().size();
        new Problems()
                .check(option >= 1 && option <= most, "optionNo", ProblemCode.OUT_OF_RANGE, 1, most)
                .refuseIfAny();
        if (!ballot.isOpen() || now.isBefore(ballot.opensAt()) || !now.isBefore(ballot.closesAt())) {
            throw new Refused(new MeetingRefusal.OutsideWindow(ballot.opensAt(), until(ballot)));
        }
    }

    private static Instant until(Ballot ballot) {
        return ballot.closedAt() == null ? ballot.closesAt() : ballot.closedAt();
    }
}
