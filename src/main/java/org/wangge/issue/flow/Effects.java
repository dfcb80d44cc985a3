package org.wangge.issue.flow;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wangge.feed.NewEvent;
import org.wangge.issue.Issue;
import org.wangge.issue.Move;
import org.wangge.issue.TrackingCode;
import org.wangge.issue.clock.Clocks;
import org.wangge.issue.clock.DuePoint;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes what a move writes beside the issue, in the order in which it was decided.
@Component
class Effects {
    private final WorkOrders orders;
    private final Register register;
    private final Clocks clocks;
    private final Proofs proofs;
    private final CaseWriter writer;

    Effects(WorkOrders orders, Register register, Clocks clocks, Proofs proofs, CaseWriter writer) {
        this.orders = orders;
        this.register = register;
        this.clocks = clocks;
        this.proofs = proofs;
        this.writer = writer;
    }

    /// The events of what tells of itself: the parts that were made.
    Mono<List<NewEvent>> carryOut(Course course) {
        return Flux.fromIterable(course.steps())
                .concatMap(step -> carryOut(step.effect(), step.issue(), course).thenMany(told(step.effect(), course)))
                .collectList();
    }

    private Mono<Void> carryOut(Effect effect, Issue issue, Course course) {
        var by = course.by();
        var now = course.now();
        return switch (effect) {
            case Effect.NewOrder(var order) -> orders.insert(order);
            case Effect.OrderChanged(var order) -> orders.update(order);
            case Effect.AskPause pause -> register.ask(pause, issue, by, now);
            case Effect.DecidePause decision -> register.decide(decision, issue, by, now);
            case Effect.EndPause end -> register.end(end, issue, now);
            case Effect.AskExtension extension -> register.ask(extension, issue, by, now);
            case Effect.DecideExtension decision -> register.decide(decision, issue, by, now);
            case Effect.Note note -> register.note(note, issue, by, now);
            case Effect.Raise raise -> register.raise(raise, issue, by, now);
            case Effect.ReportIn response -> register.reportIn(response, issue, by, now);
            case Effect.MergeInto merge -> register.merge(merge, issue, by, now);
            case Effect.TakeOut out -> register.takeOut(issue, by, now);
            case Effect.NewPart(var part, var number) -> part(part, issue, number, by, now);
            case Effect.OfProof proof -> proofs.carryOut(proof, issue, by, now);
            case Effect.OfClock clock -> carryOut(clock, issue, now);
        };
    }

    private Mono<Void> carryOut(Effect.OfClock effect, Issue issue, Instant now) {
        var id = issue.id();
        var round = issue.round();
        return switch (effect) {
            case Effect.StartClock(var point) -> clocks.start(issue, point, now);
            case Effect.MeetClocks(var points) -> clocks.meet(id, round, points, now);
            case Effect.CancelClocks(var points) -> clocks.cancel(id, round, points, now);
            case Effect.PauseClocks(var points) -> clocks.pause(id, round, points, now);
            case Effect.ResumeClocks(var points) -> clocks.resume(id, round, points, now);
            case Effect.Postpone(var point, var dueAt) -> clocks.postpone(id, round, point, dueAt, now);
            case Effect.BringForward(var other, var its, var point, var dueAt) ->
                clocks.bringForward(other, its, point, dueAt, now);
        };
    }

    private Mono<Void> part(Issue part, Issue whole, int number, String by, Instant now) {
        return writer.insertPart(part, whole, number, TrackingCode.next(), by, now)
                .then(clocks.start(part, DuePoint.DISPATCH, now))
                .then(clocks.start(part, DuePoint.HANDLE, now));
    }

    private static Flux<NewEvent> told(Effect effect, Course course) {
        if (!(effect instanceof Effect.NewPart(var part, var number))) {
            return Flux.empty();
        }
        return Flux.just(event(Move.REPORT, part, 1, course.now()), event(Move.ACCEPT, part, 2, course.now()));
    }

    static NewEvent event(Move move, Issue issue, int version, Instant now) {
        return new NewEvent(move.event(), issue.uuid(), version, issue.gridKey(), now);
    }
}
