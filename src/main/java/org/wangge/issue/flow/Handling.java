package org.wangge.issue.flow;

import static org.wangge.issue.clock.DuePoint.ACCEPT;
import static org.wangge.issue.clock.DuePoint.CONTACT;
import static org.wangge.issue.clock.DuePoint.DISPATCH;
import static org.wangge.issue.clock.DuePoint.HANDLE;
import static org.wangge.issue.clock.DuePoint.REWORK;
import static org.wangge.issue.clock.DuePoint.SIGN;
import static org.wangge.issue.clock.DuePoint.VERIFY;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wangge.access.Role;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.Party;
import org.wangge.issue.clock.DuePoint;
import org.wangge.issue.evidence.EvidenceInput;
import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.notice.NoticeKind;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;

/// What those do who have an issue in hand (现场处置).
final class Handling {
    static final int LONGEST_PAUSE_DAYS = 90;
    static final int REPORTER_DAYS = 5;
    static final Set<DuePoint> WORK = EnumSet.of(CONTACT, HANDLE, REWORK);

    private Handling() {}

    static Course decide(HandlerAction action, Course course, Facts facts, ZoneId zone) {
        return switch (action) {
            case HandlerAction.SelfHandle self -> selfHandle(self, course, facts);
            case HandlerAction.Sign sign -> sign(sign, course);
            case HandlerAction.Return back -> giveBack(back, course);
            case HandlerAction.AddProcess process ->
                evidence(course, Move.ADD_PROCESS, process.evidence(), "").stay(Move.ADD_PROCESS, process.text());
            case HandlerAction.AddEvidence add ->
                evidence(course, Move.ADD_EVIDENCE, add.evidence(), "evidence")
                        .stay(Move.ADD_EVIDENCE, add.evidence().kind().name());
            case HandlerAction.RequestInfo request -> requestInfo(request, course, zone);
            case HandlerAction.RequestSuspension request -> requestSuspension(request, course, zone);
            case HandlerAction.Resume resume -> resume(resume, course);
            case HandlerAction.RequestExtension request -> requestExtension(request, course);
            case HandlerAction.RespondWhistle response -> reportIn(response, course);
            case HandlerAction.SubmitResult submit -> submit(submit, course);
            case HandlerAction.RecallResult recall -> recall(recall, course);
        };
    }

    private static Course selfHandle(HandlerAction.SelfHandle self, Course course, Facts facts) {
        var hand = facts.hands().isEmpty() ? null : facts.hands().getFirst().orElse(null);
        if (hand == null) {
            throw new Refused(new FlowRefusal.NotYourMove(
                    Move.SELF_HANDLE.name(), List.of(Party.GRID_LEADER.name(), Party.GRID_MEMBER.name())));
        }
        if (course.issue().status() == IssueStatus.REPORTED) {
            course.accepted()
                    .move(Move.ACCEPT, IssueStatus.ACCEPTED, null)
                    .meet(ACCEPT)
                    .start(HANDLE)
                    .tellReporter(NoticeKind.ISSUE_ACCEPTED);
        }
        var order = WorkOrder.to(hand, true, course.file(), course.file().nextOrder(), course.by(), course.now())
                .signed(course.actor().viewer().memberId(), course.now());
        return course.order(order)
                .move(Move.DISPATCH, IssueStatus.DISPATCHED, self.note())
                .meet(DISPATCH)
                .move(Move.SIGN, Party.LEAD, IssueStatus.IN_PROGRESS, null)
                .start(CONTACT);
    }

    private static Course sign(HandlerAction.Sign sign, Course course) {
        var order = course.file().lead().orElseThrow();
        var signed = order.signed(course.actor().viewer().memberId(), course.now());
        return course.changed(signed)
                .leads(signed.signedBy(), order.departmentId())
                .move(Move.SIGN, IssueStatus.IN_PROGRESS, sign.note())
                .meet(SIGN)
                .start(CONTACT);
    }

    /// The clock of handling keeps running.
    private static Course giveBack(HandlerAction.Return back, Course course) {
        var order = course.file().lead().orElseThrow();
        course.file().active().stream()
                .filter(other -> !other.isLead())
                .forEach(other -> course.changed(other.recalled(course.now())));
        var why = new WorkOrder.Refusal(
                course.now(),
                back.reason(),
                back.note().strip(),
                back.suggestedOwner().strip());
        return course.changed(order.returned(why))
                .leads(null, null)
                .move(Move.RETURN, IssueStatus.RETURNED, back.note())
                .meet(SIGN)
                .cancel(CONTACT)
                .start(DISPATCH)
                .tellPost(
                        Role.DISPATCH, NoticeKind.ORDER_RETURNED, back.reason().name());
    }

    private static Course evidence(Course course, Move move, EvidenceInput evidence, String path) {
        takeUp(course);
        var signedAt = course.file().lead().map(WorkOrder::signedAt).orElse(null);
        course.then(new Effect.AddEvidence(evidence, signedAt, path));
        return evidence.kind() == EvidenceKind.PERSON ? course.meet(CONTACT) : course;
    }

    /// Whoever works beside the lead signs by working.
    private static void takeUp(Course course) {
        if (course.party() == Party.CO_HANDLER) {
            course.file().active().stream()
                    .filter(order -> !order.isLead() && order.status() == OrderStatus.PENDING_SIGN)
                    .filter(order -> order.isOf(
                            course.actor().viewer().memberId(), course.known().department()))
                    .forEach(order ->
                            course.changed(order.signed(course.actor().viewer().memberId(), course.now())));
        }
    }

    private static Course requestInfo(HandlerAction.RequestInfo request, Course course, ZoneId zone) {
        takeUp(course);
        var reviewOn = LocalDate.ofInstant(course.now(), zone).plusDays(REPORTER_DAYS);
        return course.then(new Effect.AskPause(
                        course.known().lastNumbers().pause() + 1,
                        PauseKind.WAIT_REPORTER,
                        request.question(),
                        reviewOn,
                        true))
                .meet(CONTACT)
                .then(new Effect.PauseClocks(WORK))
                .move(Move.REQUEST_INFO, IssueStatus.SUSPENDED, request.question())
                .tellReporter(NoticeKind.INFO_WANTED);
    }

    private static Course requestSuspension(HandlerAction.RequestSuspension request, Course course, ZoneId zone) {
        var today = LocalDate.ofInstant(course.now(), zone);
        new Problems()
                .check(
                        request.reviewOn().isAfter(today)
                                && !request.reviewOn().isAfter(today.plusDays(LONGEST_PAUSE_DAYS)),
                        "reviewOn",
                        ProblemCode.OUT_OF_RANGE,
                        today.plusDays(1),
                        today.plusDays(LONGEST_PAUSE_DAYS))
                .refuseIfAny();
        return course.then(new Effect.AskPause(
                        course.known().lastNumbers().pause() + 1,
                        request.kind(),
                        request.reason(),
                        request.reviewOn(),
                        false))
                .stay(Move.REQUEST_SUSPENSION, request.reason())
                .tellPost(Role.SUPERVISION, NoticeKind.SUSPENSION_WANTED)
                .tellPost(Role.DUTY_COMMANDER, NoticeKind.SUSPENSION_WANTED);
    }

    private static Course resume(HandlerAction.Resume resume, Course course) {
        return Voice.goOn(course)
                .move(Move.RESUME, IssueStatus.IN_PROGRESS, resume.note())
                .tellReporter(NoticeKind.ISSUE_RESUMED)
                .tellLead(NoticeKind.ISSUE_RESUMED);
    }

    /// At most as much time again as there was at first.
    private static Course requestExtension(HandlerAction.RequestExtension request, Course course) {
        var clock =
                Guards.workPoint(course.file()).flatMap(course.file()::clock).orElseThrow();
        var longest = clock.originalDueAt().plus(Duration.between(clock.startedAt(), clock.originalDueAt()));
        new Problems()
                .check(request.until().isAfter(clock.dueAt()), "until", ProblemCode.TOO_EARLY, clock.dueAt())
                .check(!request.until().isAfter(longest), "until", ProblemCode.TOO_LATE, longest)
                .refuseIfAny();
        var decides = course.known().extensionsGranted() > 0 ? Role.SUBDISTRICT_LEADER : Role.DUTY_COMMANDER;
        return course.then(new Effect.AskExtension(
                        course.known().lastNumbers().extension() + 1, request.until(), request.reason()))
                .stay(Move.REQUEST_EXTENSION, request.reason())
                .tellPost(decides, NoticeKind.EXTENSION_WANTED);
    }

    private static Course reportIn(HandlerAction.RespondWhistle response, Course course) {
        takeUp(course);
        var department = course.known().department();
        if (department == null) {
            throw new Refused(new FlowRefusal.NothingPending());
        }
        return course.then(new Effect.ReportIn(department, response.note()))
                .stay(Move.RESPOND_WHISTLE, response.note());
    }

    private static Course submit(HandlerAction.SubmitResult submit, Course course) {
        if (submit.reply() != null) {
            course.then(new Effect.Draft(submit.reply()));
        }
        return course.outcome(submit.outcome())
                .move(Move.SUBMIT_RESULT, IssueStatus.HANDLED, submit.note())
                .meet(HANDLE, REWORK, CONTACT)
                .start(VERIFY)
                .tellPost(Role.SUPERVISION, NoticeKind.REVIEW_WANTED);
    }

    /// The clock goes on that the result had stopped: to submit and take back wins no time.
    private static Course recall(HandlerAction.RecallResult recall, Course course) {
        var point = Guards.workPoint(course.file()).orElse(HANDLE);
        var due = course.file().due(point).orElse(course.now());
        return course.outcome(null)
                .move(Move.RECALL_RESULT, IssueStatus.IN_PROGRESS, recall.reason())
                .cancel(VERIFY)
                .start(point)
                .then(new Effect.BringForward(
                        course.issue().id(), course.issue().round(), point, due));
    }
}
