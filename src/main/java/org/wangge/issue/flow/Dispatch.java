package org.wangge.issue.flow;

import static org.wangge.issue.clock.DuePoint.CONTACT;
import static org.wangge.issue.clock.DuePoint.DISPATCH;
import static org.wangge.issue.clock.DuePoint.SIGN;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;
import org.wangge.issue.IssueLevel;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.dispatch.Hand;
import org.wangge.notice.NoticeKind;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;

/// Who is given an issue to handle (调度派遣).
final class Dispatch {
    private Dispatch() {}

    static Course decide(DispatchAction action, Course course, Facts facts) {
        return switch (action) {
            case DispatchAction.Dispatch dispatch -> dispatch(dispatch, course, facts);
            case DispatchAction.RuleReturn ruling -> rule(ruling, course, facts);
            case DispatchAction.Escalate escalate -> escalate(escalate.cause(), course, facts);
            case DispatchAction.Whistle whistle -> whistle(whistle, course, facts);
            case DispatchAction.Split split -> split(split, course, facts);
        };
    }

    private static Course dispatch(DispatchAction.Dispatch dispatch, Course course, Facts facts) {
        var hands = hands(facts);
        course.file()
                .lastReturned()
                .filter(order -> order.verdict() == null)
                .ifPresent(order -> ruled(course, order, Ruling.UPHELD, dispatch.overrideReason()));
        return send(
                        course,
                        hands,
                        dispatch.instruction(),
                        suggested(facts, hands.getFirst(), dispatch.overrideReason()))
                .move(Move.DISPATCH, IssueStatus.DISPATCHED, dispatch.instruction())
                .meet(DISPATCH)
                .start(SIGN);
    }

    private static Course rule(DispatchAction.RuleReturn ruling, Course course, Facts facts) {
        var hands = hands(facts);
        course.file().lastReturned().ifPresent(order -> ruled(course, order, ruling.ruling(), ruling.reason()));
        return send(course, hands, ruling.instruction(), suggested(facts, hands.getFirst(), ruling.reason()))
                .move(Move.RULE_RETURN, IssueStatus.DISPATCHED, ruling.reason())
                .meet(DISPATCH)
                .start(SIGN);
    }

    private static void ruled(Course course, WorkOrder order, Ruling ruling, @Nullable String reason) {
        var note = reason == null ? "" : reason.strip();
        course.changed(order.ruled(new WorkOrder.Verdict(ruling, course.by(), course.now(), note)))
                .tellHand(order, NoticeKind.ORDER_RULED, ruling.name());
    }

    /// Whether somebody a level up could have it.
    static boolean canGoUp(Course course, Facts facts) {
        return Move.ESCALATE.leavesFrom(course.issue().status())
                && course.issue().level() != IssueLevel.DISTRICT
                && facts.hands().stream()
                        .flatMap(java.util.Optional::stream)
                        .anyMatch(hand -> facts.isAdmitted() || !hand.isGridStaff());
    }

    static Course escalate(String cause, Course course, Facts facts) {
        var from = course.issue().level();
        var to = IssueLevel.values()[from.ordinal() + 1];
        var hands = hands(facts);
        goOn(course).graded(to).recallOrders();
        return send(course, hands, null, suggested(facts, hands.getFirst(), cause))
                .then(new Effect.Raise(
                        course.known().lastNumbers().escalation() + 1,
                        Effect.EscalationKind.ESCALATE,
                        from,
                        to,
                        cause,
                        null,
                        List.of()))
                .move(Move.ESCALATE, IssueStatus.DISPATCHED, cause)
                .start(SIGN)
                .tellPost(Role.SUPERVISION, NoticeKind.SUPERVISED);
    }

    private static Course whistle(DispatchAction.Whistle whistle, Course course, Facts facts) {
        var level = course.issue().level();
        var hands = hands(facts);
        goOn(course).recallOrders();
        return send(course, hands, whistle.cause(), suggested(facts, hands.getFirst(), whistle.cause()))
                .then(new Effect.Raise(
                        course.known().lastNumbers().escalation() + 1,
                        Effect.EscalationKind.WHISTLE,
                        level,
                        level,
                        whistle.cause(),
                        whistle.reportBy() == null ? facts.reportBy() : whistle.reportBy(),
                        hands.stream()
                                .map(Hand::departmentId)
                                .filter(Objects::nonNull)
                                .map(department -> department.value())
                                .toList()))
                .move(Move.WHISTLE, IssueStatus.DISPATCHED, whistle.cause())
                .start(SIGN)
                .tellPost(Role.SUPERVISION, NoticeKind.WHISTLED);
    }

    /// What was put off goes on, and what was waited for is settled by somebody else having it, who has a
    /// first contact of their own.
    private static Course goOn(Course course) {
        if (course.known().pauseOpen() != null) {
            course.then(new Effect.EndPause(course.known().pauseOpen())).then(new Effect.ResumeClocks(Set.of()));
        }
        course.file()
                .lastReturned()
                .filter(order -> order.verdict() == null)
                .ifPresent(order -> ruled(course, order, Ruling.UPHELD, null));
        return course.meet(DISPATCH, SIGN).cancel(CONTACT);
    }

    private static Course split(DispatchAction.Split split, Course course, Facts facts) {
        for (var i = 0; i < facts.parts().size(); i++) {
            course.then(new Effect.NewPart(facts.parts().get(i), course.known().parts() + i + 1));
        }
        if (course.issue().status() == IssueStatus.ACCEPTED) {
            course.meet(DISPATCH);
        }
        return course.stay(Move.SPLIT, split.reason())
                .tellReporter(
                        NoticeKind.ISSUE_SPLIT, String.valueOf(facts.parts().size()));
    }

    /// One lead and those beside them, each of whom may have it.
    private static List<Hand> hands(Facts facts) {
        var problems = new Problems();
        var hands = new ArrayList<Hand>();
        var seen = new HashSet<>();
        for (var i = 0; i < facts.hands().size(); i++) {
            var path = i == 0 ? "lead" : "coHandlers[" + (i - 1) + "]";
            var hand = facts.hands().get(i).orElse(null);
            if (hand == null) {
                problems.add(path, ProblemCode.UNKNOWN);
                continue;
            }
            problems.check(
                    seen.add(hand.memberId() == null ? hand.departmentId() : hand.memberId()),
                    path,
                    ProblemCode.DUPLICATE);
            hands.add(hand);
        }
        problems.check(!facts.hands().isEmpty(), "lead", ProblemCode.REQUIRED).refuseIfAny();
        requireAdmitted(facts, hands);
        return hands;
    }

    private static void requireAdmitted(Facts facts, List<Hand> hands) {
        if (!facts.isAdmitted() && hands.stream().anyMatch(Hand::isGridStaff)) {
            var category = facts.category() == null ? "" : facts.category().code();
            throw new Refused(new FlowRefusal.NotOnDutyList(category));
        }
    }

    private static Course send(
            Course course, List<Hand> hands, @Nullable String instruction, WorkOrder.@Nullable Suggested suggested) {
        var seq = course.file().nextOrder();
        for (var i = 0; i < hands.size(); i++) {
            var order = WorkOrder.to(hands.get(i), i == 0, course.file(), seq + i, course.by(), course.now())
                    .with(instruction, i == 0 ? suggested : null);
            course.order(order).tellHand(order, NoticeKind.ORDER_RECEIVED);
        }
        return course;
    }

    private static WorkOrder.@Nullable Suggested suggested(Facts facts, Hand chosen, @Nullable String reason) {
        var rule = facts.suggestion();
        if (rule == null) {
            return null;
        }
        var same = Objects.equals(rule.memberId(), chosen.memberId())
                && (rule.memberId() != null || Objects.equals(rule.departmentId(), chosen.departmentId()));
        return new WorkOrder.Suggested(rule.memberId(), rule.departmentId(), !same, same ? null : reason);
    }
}
