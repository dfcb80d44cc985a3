package org.wangge.personnel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Problem;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules of who is in charge of what (定人、定格、定责). What is against them is [Refused].
@Service
class AssignmentService {
    private final Commands commands;
    private final Assignments assignments;
    private final Members members;
    private final Grids grids;
    private final Clock clock;

    AssignmentService(Commands commands, Assignments assignments, Members members, Grids grids, Clock clock) {
        this.commands = commands;
        this.assignments = assignments;
        this.members = members;
        this.grids = grids;
        this.clock = clock;
    }

    Mono<Outcome> assign(AssignMemberInput input, Viewer viewer) {
        var now = clock.instant();
        requireNotSelf(input.memberId(), viewer);
        var work = isKnown(input.memberId(), viewer)
                .zipWith(
                        grids.find(input.gridId(), viewer.require(Right.APPOINT).scope(Right.APPOINT))
                                .singleOptional())
                .doOnNext(found -> check(input, found.getT1(), found.getT2()))
                .flatMap(found -> assignments.begin(input.appointment()))
                .map(begun -> new Done(begun.id().value(), begun.version(), List.of(begun.started(now))));
        return commands.once(command("assignMember", input.key(), input, viewer), now, work)
                .onErrorResume(Clash.class, clash -> refused(clash, "memberId"));
    }

    Mono<Outcome> end(EndAssignmentInput input, Viewer viewer) {
        var now = clock.instant();
        var work = current(input.assignmentId(), input.expectedVersion(), viewer)
                .doOnNext(assignment -> input.problemsWith(assignment).refuseIfAny())
                .flatMap(assignment -> ended(assignment, input.toOn(), input.reason(), viewer))
                .map(ended -> new Done(ended.id().value(), ended.version(), List.of(ended.ended(now))));
        return commands.once(command("endAssignment", input.key(), input, viewer), now, work);
    }

    Mono<Outcome> handOver(HandOverAssignmentInput input, Viewer viewer) {
        var now = clock.instant();
        requireNotSelf(input.toMemberId(), viewer);
        var work = current(input.assignmentId(), input.expectedVersion(), viewer)
                .zipWhen(assignment -> isKnown(input.toMemberId(), viewer))
                .doOnNext(found ->
                        input.problemsWith(found.getT1(), found.getT2()).refuseIfAny())
                .flatMap(found -> handedOver(found.getT1(), input, viewer, now));
        return commands.once(command("handOverAssignment", input.key(), input, viewer), now, work)
                .onErrorResume(Clash.class, clash -> refused(clash, "toMemberId"));
    }

    private Mono<Done> handedOver(Assignment assignment, HandOverAssignmentInput input, Viewer viewer, Instant now) {
        var next = assignment.handedTo(input.toMemberId(), input.on(), input.basis());
        return ended(assignment, input.on(), input.basis(), viewer)
                .zipWhen(ended -> assignments.begin(next))
                .map(both -> new Done(
                        both.getT2().id().value(),
                        both.getT2().version(),
                        List.of(both.getT1().ended(now), both.getT2().started(now))));
    }

    private Mono<Boolean> isKnown(MemberId id, Viewer viewer) {
        return members.find(id, viewer.scope(Right.PERSONNEL)).hasElement();
    }

    private Mono<Assignment> current(AssignmentId id, int expected, Viewer viewer) {
        var seen = viewer.require(Right.APPOINT).scope(Right.APPOINT);
        return assignments
                .find(id, seen)
                .filter(found -> seen.holds(found.gridKey()))
                .switchIfEmpty(Mono.error(() -> rejected("assignmentId", ProblemCode.UNKNOWN)))
                .doOnNext(found -> requireVersion(found, expected));
    }

    /// Nothing is updated when somebody else was faster: then it is not at its version any more.
    private Mono<Assignment> ended(Assignment assignment, LocalDate on, @Nullable String reason, Viewer viewer) {
        return assignments
                .end(assignment, on, reason)
                .switchIfEmpty(Mono.defer(() -> current(assignment.id(), assignment.version(), viewer)));
    }

    private Mono<Outcome> refused(Clash clash, String memberPath) {
        return switch (clash.with()) {
            case ASSIGNMENT_ONE_LEADER, ASSIGNMENT_ONE_MEMBER -> positionTaken(clash.appointment());
            case ASSIGNMENT_ONCE -> Mono.error(rejected(memberPath, ProblemCode.DUPLICATE));
            case ASSIGNMENT_PKEY ->
                Mono.error(new Refused(new Refusal.IdTaken(clash.appointment().idText())));
        };
    }

    /// Whoever stood in the way may be gone a moment later; then the same command can be sent again.
    private Mono<Outcome> positionTaken(Appointment appointment) {
        return assignments
                .holder(appointment)
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.UNAVAILABLE)))
                .flatMap(holder -> Mono.error(new Refused(new Refusal.PositionTaken(holder.toString()))));
    }

    private static Command command(String name, UUID key, Object input, Viewer viewer) {
        return new Command(viewer.actor(), key, name, input);
    }

    private static void check(AssignMemberInput input, boolean isKnown, Optional<Grid> grid) {
        grid.map(input::problemsIn)
                .orElseGet(() -> input.problems().check(false, "gridId", ProblemCode.UNKNOWN))
                .check(isKnown, "memberId", ProblemCode.UNKNOWN)
                .refuseIfAny();
    }

    /// Rights come from assignments: nobody gives them to themself.
    private static void requireNotSelf(MemberId memberId, Viewer viewer) {
        if (memberId.value().equals(viewer.memberId())) {
            throw new Fault(FaultCode.NOT_PERMITTED);
        }
    }

    private static void requireVersion(Assignment assignment, int expected) {
        if (assignment.version() != expected) {
            throw new Refused(new Refusal.StaleVersion(expected, assignment.version()));
        }
    }

    private static Refused rejected(String path, ProblemCode code) {
        return new Refused(new Refusal.InputRejected(List.of(Problem.of(path, code))));
    }
}
