package org.wangge.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.MeetingRefusal;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules of who sits in a council: one chair at a time, and everybody once.
@Service
class SeatService {
    static final int MOST = 200;

    private final Commands commands;
    private final Councils councils;
    private final CouncilSeats seats;
    private final Candidates candidates;
    private final Clock clock;

    SeatService(Commands commands, Councils councils, CouncilSeats seats, Candidates candidates, Clock clock) {
        this.commands = commands;
        this.councils = councils;
        this.seats = seats;
        this.candidates = candidates;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, SEAT_TAKEN, LIMIT_REACHED, ID_TAKEN
    Mono<Outcome> seat(SeatCouncilMemberInput input, Viewer viewer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var today = LocalDate.ofInstant(now, clock.getZone());
        var id = new CouncilSeatId(input.id() == null ? UUID.randomUUID() : input.id());
        var work = locked(input.councilId(), viewer)
                .doOnNext(CouncilService::requireActive)
                .delayUntil(council -> candidates
                        .problems(input.person(), council, viewer, today)
                        .doOnNext(problems -> problems.check(
                                        input.toOn() == null || input.toOn().isAfter(input.fromOn()),
                                        "toOn",
                                        ProblemCode.NOT_IN_ORDER)
                                .refuseIfAny()))
                .delayUntil(council -> seats.inTheWayOf(input).doOnNext(others -> requireFree(others, input)))
                .delayUntil(council -> seats.count(council.id(), today).doOnNext(SeatService::requireRoom))
                .delayUntil(council -> inserted(id, input))
                .map(council -> done(council, "COUNCIL_SEATED", now));
        return commands.once(new Command(viewer.actor(), input.key(), "seatCouncilMember", input), now, work);
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION
    Mono<Outcome> end(EndCouncilSeatInput input, Viewer viewer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var work = current(input, viewer)
                .doOnNext(seat -> input.problemsWith(seat).refuseIfAny())
                .filterWhen(seat -> seats.end(seat, input.toOn(), input.reason().strip()))
                .switchIfEmpty(Mono.defer(() -> current(input, viewer)))
                .flatMap(seat -> locked(seat.councilId(), viewer))
                .map(council -> done(council, "COUNCIL_SEAT_ENDED", now));
        return commands.once(new Command(viewer.actor(), input.key(), "endCouncilSeat", input), now, work);
    }

    private Mono<Council> locked(CouncilId id, Viewer viewer) {
        return councils.lock(id, own(viewer))
                .switchIfEmpty(Mono.error(() -> Problems.single("councilId", ProblemCode.UNKNOWN)));
    }

    private Mono<CouncilSeat> current(EndCouncilSeatInput input, Viewer viewer) {
        return seats.find(input.seatId(), own(viewer))
                .switchIfEmpty(Mono.error(() -> Problems.single("seatId", ProblemCode.UNKNOWN)))
                .doOnNext(seat -> requireVersion(seat, input.expectedVersion()));
    }

    private static MeetingSight own(Viewer viewer) {
        return MeetingSight.of(viewer.require(Right.CONVENE).scope(Right.CONVENE));
    }

    private static void requireVersion(CouncilSeat seat, int expected) {
        if (seat.version() != expected) {
            throw new Refused(new Refusal.StaleVersion(expected, seat.version()));
        }
    }

    private static void requireFree(List<CouncilSeat> others, SeatCouncilMemberInput input) {
        for (var other : others) {
            var isSame = input.person().memberId() != null
                    ? input.person().memberId().equals(other.memberId())
                    : java.util.Objects.equals(input.person().residentId(), other.residentId());
            throw isSame
                    ? Problems.single("person", ProblemCode.DUPLICATE)
                    : new Refused(new MeetingRefusal.SeatTaken(other.id().toString()));
        }
    }

    private static void requireRoom(int seats) {
        if (seats >= MOST) {
            throw new Refused(new FlowRefusal.LimitReached(MOST));
        }
    }

    private Mono<Boolean> inserted(CouncilSeatId id, SeatCouncilMemberInput input) {
        return seats.insert(id, input)
                .filter(inserted -> inserted)
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.IdTaken(id.toString()))));
    }

    private static Done done(Council council, String event, Instant now) {
        return new Done(council.id().value(), council.version(), List.of(council.event(event, now)));
    }
}
