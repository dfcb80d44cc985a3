package org.wangge.issue.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.Party;
import org.wangge.issue.clock.DuePoint;
import org.wangge.issue.clock.IssueClock;
import org.wangge.issue.clock.OfficialTime;
import org.wangge.issue.evidence.Evidence;
import org.wangge.issue.reply.ReplyKind;
import org.wangge.refusal.Refused;

/// A few issues without a database: what the flow decides is written into lists, by the meaning of each
/// [Effect], so that many thousands of lives pass in a minute.
final class World {
    private static final Guards GUARDS =
            new Guards(OfficialTime.working(), Clock.fixed(Sample.NOW, OfficialTime.SHANGHAI));

    final Map<UUID, Life> lives = new LinkedHashMap<>();
    Instant now = Sample.NOW;
    private final Map<String, CaseFile> files = new HashMap<>();

    Life report(Issue issue) {
        var life = new Life(issue, Player.REPORTER.viewer().actor(), now, Party.REPORTER);
        lives.put(issue.uuid(), life);
        life.start(DuePoint.ACCEPT, 1, now);
        return life;
    }

    /// As far as others of the same department tell.
    boolean may(Move move, Player player, Life life) {
        var file = files.computeIfAbsent(life.issue.id() + "|" + player.department(), key -> life.file(player, this));
        return GUARDS.verdict(move, Actor.inFront(player.viewer()), file, now).refusal() == null;
    }

    /// @return the course that was written; empty when it was refused
    @Nullable
    Course carryOut(Action action, Facts facts, Player player) {
        var life = lives.get(action.issueId().value());
        var file = life.file(player, this);
        var actor = Actor.inFront(player.viewer());
        var verdict = GUARDS.verdict(action.move(), actor, file, now);
        if (verdict.refusal() != null) {
            return null;
        }
        try {
            action.problems(now).refuseIfAny();
            var course = decide(action, new Course(file, actor, verdict.party(), now), facts);
            write(course, life);
            return course;
        } catch (Refused refused) {
            return null;
        }
    }

    private static Course decide(Action action, Course course, Facts facts) {
        return switch (action) {
            case IntakeAction intake -> Intake.decide(intake, course, facts);
            case DispatchAction dispatch -> Dispatch.decide(dispatch, course, facts);
            case HandlerAction handling -> Handling.decide(handling, course, facts, OfficialTime.SHANGHAI);
            case DecisionAction decision -> Deciding.decide(decision, course, facts);
            case VerifyAction verification -> Verification.decide(verification, course);
            case ReporterAction reporting -> Voice.decide(reporting, course);
        };
    }

    private void write(Course course, Life life) {
        files.clear();
        course.steps().forEach(step -> write(step.effect(), step.issue(), course, life));
        life.issue = course.issue();
        for (var entry : course.entries()) {
            life.past.add(new Life.Past(
                    entry.seq(), entry.move(), entry.round(), entry.as(), entry.from(), entry.to(), course.by(), now));
        }
    }

    private void write(Effect effect, Issue issue, Course course, Life life) {
        var round = issue.round();
        switch (effect) {
            case Effect.OfClock clock -> write(clock, round, life);
            case Effect.OfProof proof -> write(proof, issue, course, life);
            case Effect.NewOrder(var order) -> life.orders.put(order.id(), order);
            case Effect.OrderChanged(var order) -> life.orders.put(order.id(), order);
            case Effect.AskPause ask ->
                life.pauses.add(new Life.Asked(round, ask.no(), ask.kind(), null, ask.isAgreed() ? true : null, false));
            case Effect.DecidePause decision -> life.replace(life.pauses, decision.no(), decision.isAgreed(), false);
            case Effect.EndPause end -> life.replace(life.pauses, end.no(), null, true);
            case Effect.AskExtension ask ->
                life.extensions.add(new Life.Asked(round, ask.no(), null, ask.until(), null, false));
            case Effect.DecideExtension decision ->
                life.replace(life.extensions, decision.no(), decision.isGranted(), false);
            case Effect.Note note -> life.numbers[0] = note.no();
            case Effect.Raise raise -> {
                life.numbers[1] = raise.no();
                raise.departments().forEach(department -> life.called.put(department, round));
            }
            case Effect.ReportIn response -> life.called.remove(response.department());
            case Effect.MergeInto merge ->
                life.merges.add(new Life.Merged(merge.into().value(), now, merge.before()));
            case Effect.TakeOut out -> life.merges.removeLast();
            case Effect.NewPart(var part, var number) -> part(part, life);
        }
    }

    private void write(Effect.OfProof effect, Issue issue, Course course, Life life) {
        var round = issue.round();
        switch (effect) {
            case Effect.AddEvidence add -> life.evidence.add(evidence(add, issue, course));
            case Effect.Attach attached -> {}
            case Effect.Judge(var accepted, var failed) -> {
                life.judge(accepted, true);
                life.judge(failed.keySet(), false);
            }
            case Effect.Waive(var kind, var reason) ->
                life.waived.computeIfAbsent(round, no -> new HashSet<>()).add(kind);
            case Effect.Draft(var reply) -> life.drafted.add(round);
            case Effect.SendReply(ReplyKind kind, var reply) -> life.replies.add(new Life.Sent(round, kind));
            case Effect.GiveRating rating -> life.rated.add(round);
            case Effect.CallBack(var callback) ->
                life.callbacks.add(new Life.Past(
                        0, Move.RECORD_CALLBACK, round, course.party(), null, issue.status(), course.by(), now));
        }
    }

    private Evidence evidence(Effect.AddEvidence add, Issue issue, Course course) {
        return new Evidence(
                UUID.randomUUID(),
                issue.id(),
                issue.round(),
                add.evidence().kind(),
                null,
                null,
                null,
                null,
                now,
                null,
                null,
                null,
                null,
                null,
                course.by(),
                now,
                null,
                null,
                null);
    }

    private void write(Effect.OfClock effect, int round, Life life) {
        switch (effect) {
            case Effect.StartClock(var point) -> life.start(point, round, now);
            case Effect.MeetClocks(var points) ->
                each(life, points, round, clock -> with(clock, clock.dueAt(), now, null, null));
            case Effect.CancelClocks(var points) ->
                each(life, points, round, clock -> with(clock, clock.dueAt(), null, now, null));
            case Effect.PauseClocks(var points) ->
                each(
                        life,
                        points,
                        round,
                        clock -> clock.pausedSince() == null ? with(clock, clock.dueAt(), null, null, now) : clock);
            case Effect.ResumeClocks(var points) ->
                each(
                        life,
                        points,
                        round,
                        clock -> clock.pausedSince() == null
                                ? clock
                                : with(
                                        clock,
                                        clock.dueAt().plus(Duration.between(clock.pausedSince(), now)),
                                        null,
                                        null,
                                        null));
            case Effect.Postpone(var point, var due) ->
                each(
                        life,
                        Set.of(point),
                        round,
                        clock ->
                                due.isAfter(clock.dueAt()) ? with(clock, due, null, null, clock.pausedSince()) : clock);
            case Effect.BringForward(var id, var its, var point, var due) ->
                each(
                        lives.get(id.value()),
                        Set.of(point),
                        its,
                        clock -> due.isBefore(clock.dueAt())
                                ? with(clock, due, null, null, clock.pausedSince())
                                : clock);
        }
    }

    private static void each(Life life, Set<DuePoint> points, int round, UnaryOperator<IssueClock> change) {
        life.open(points, round).forEach(clock -> life.put(change.apply(clock)));
    }

    private static IssueClock with(
            IssueClock clock,
            Instant due,
            @Nullable Instant met,
            @Nullable Instant cancelled,
            @Nullable Instant paused) {
        return new IssueClock(
                clock.id(),
                clock.issueId(),
                clock.round(),
                clock.point(),
                clock.no(),
                false,
                clock.startedAt(),
                due,
                clock.originalDueAt(),
                met,
                cancelled,
                null,
                paused,
                Duration.ZERO);
    }

    private void part(Issue part, Life whole) {
        var life = new Life(part, whole.reporter, now, Party.DISPATCH);
        life.past.add(new Life.Past(
                2, Move.ACCEPT, 1, Party.DISPATCH, IssueStatus.REPORTED, IssueStatus.ACCEPTED, "part", now));
        life.start(DuePoint.DISPATCH, 1, now);
        life.start(DuePoint.HANDLE, 1, now);
        lives.put(part.uuid(), life);
    }

    List<Life> partsOf(Life whole) {
        return new ArrayList<>(lives.values())
                .stream()
                        .filter(life -> whole.issue.id().equals(life.issue.parentId()))
                        .toList();
    }

    int joined(Life target) {
        return (int) lives.values().stream()
                .filter(life -> target.issue.id().equals(life.issue.mergedInto()))
                .count();
    }

    boolean isWholeEnded(Life part) {
        var whole = part.issue.parentId() == null
                ? null
                : lives.get(part.issue.parentId().value());
        return whole != null && !whole.issue.status().isOpen();
    }

    Circumstances.@Nullable Waiting waitingFor(Life part) {
        if (part.issue.parentId() == null) {
            return null;
        }
        var whole = lives.get(part.issue.parentId().value());
        if (whole == null) {
            return null;
        }
        var others = partsOf(whole).stream()
                .anyMatch(other -> other != part && other.issue.status().isOpen());
        var caseNo = whole.issue.caseNo();
        return others || !whole.issue.status().isOpen() || caseNo == null
                ? null
                : new Circumstances.Waiting(
                        caseNo,
                        whole.issue.leadId() == null
                                ? null
                                : whole.issue.leadId().value(),
                        null);
    }
}
