package org.wangge.issue.flow;

import java.util.Objects;
import org.wangge.access.Role;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.clock.DuePoint;
import org.wangge.notice.NoticeKind;

/// What is decided and watched beside the steps (审批、督办).
final class Deciding {
    private Deciding() {}

    static Course decide(DecisionAction action, Course course, Facts facts) {
        return switch (action) {
            case DecisionAction.DecideSuspension decision -> decideSuspension(decision, course);
            case DecisionAction.DecideExtension decision -> decideExtension(decision, course);
            case DecisionAction.WaiveEvidence waiver ->
                course.then(new Effect.Waive(waiver.kind(), waiver.reason()))
                        .stay(Move.WAIVE_EVIDENCE, waiver.reason());
            case DecisionAction.Supervise supervise -> supervise(supervise, course);
            case DecisionAction.Card card -> card(card, course, facts);
        };
    }

    private static Course decideSuspension(DecisionAction.DecideSuspension decision, Course course) {
        var no = Objects.requireNonNull(course.known().pauseAsked());
        course.then(new Effect.DecidePause(no, decision.isAgreed()))
                .tellLead(NoticeKind.SUSPENSION_DECIDED, decision.isAgreed() ? "AGREED" : "DECLINED");
        return decision.isAgreed()
                ? course.then(new Effect.PauseClocks(Handling.WORK))
                        .move(Move.DECIDE_SUSPENSION, IssueStatus.SUSPENDED, decision.note())
                        .tellReporter(NoticeKind.ISSUE_SUSPENDED)
                : course.stay(Move.DECIDE_SUSPENSION, decision.note());
    }

    private static Course decideExtension(DecisionAction.DecideExtension decision, Course course) {
        var known = course.known();
        var no = Objects.requireNonNull(known.extensionAsked());
        course.then(new Effect.DecideExtension(no, decision.isGranted(), decision.note()))
                .tellLead(NoticeKind.EXTENSION_DECIDED, decision.isGranted() ? "AGREED" : "DECLINED");
        if (decision.isGranted()) {
            var point = Guards.workPoint(course.file()).orElseThrow();
            course.then(new Effect.Postpone(point, Objects.requireNonNull(known.extensionUntil())))
                    .tellReporter(NoticeKind.ISSUE_EXTENDED);
        }
        return course.stay(Move.DECIDE_EXTENSION, decision.note());
    }

    private static Course supervise(DecisionAction.Supervise supervise, Course course) {
        return course.then(new Effect.Note(
                        course.known().lastNumbers().supervision() + 1,
                        Effect.SupervisionKind.SUPERVISE,
                        supervise.text(),
                        supervise.dueAt()))
                .stay(Move.SUPERVISE, supervise.text())
                .tellLead(NoticeKind.SUPERVISED);
    }

    private static Course card(DecisionAction.Card card, Course course, Facts facts) {
        var kind = card.isRed() ? Effect.SupervisionKind.RED : Effect.SupervisionKind.YELLOW;
        var point = card.point().name();
        course.then(new Effect.Note(course.known().lastNumbers().supervision() + 1, kind, point, null))
                .stay(Move.SUPERVISE, kind + " " + point);
        tellLate(course, card.isRed() ? NoticeKind.RED_CARD : NoticeKind.YELLOW_CARD, card.point());
        if (card.isRed()) {
            return course.tellPost(Role.SUBDISTRICT_LEADER, NoticeKind.RED_CARD, point);
        }
        return Dispatch.canGoUp(course, facts)
                ? Dispatch.escalate(point, course, facts)
                : course.tellPost(Role.SUPERVISION, NoticeKind.YELLOW_CARD, point);
    }

    /// The card is for those whose turn it was.
    private static Course tellLate(Course course, NoticeKind card, DuePoint point) {
        return switch (point) {
            case ACCEPT -> course.tellPost(Role.INTAKE, card, point.name());
            case DISPATCH -> course.tellPost(Role.DISPATCH, card, point.name());
            case VERIFY, CALLBACK -> course.tellPost(Role.SUPERVISION, card, point.name());
            case SIGN, CONTACT, HANDLE, REWORK -> course.tellLead(card, point.name());
        };
    }
}
