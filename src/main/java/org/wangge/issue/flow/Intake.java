package org.wangge.issue.flow;

import static org.wangge.issue.clock.DuePoint.ACCEPT;
import static org.wangge.issue.clock.DuePoint.CALLBACK;
import static org.wangge.issue.clock.DuePoint.DISPATCH;
import static org.wangge.issue.clock.DuePoint.HANDLE;
import static org.wangge.issue.clock.DuePoint.REWORK;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;
import org.wangge.issue.Confidentiality;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueOutcome;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.clock.DuePoint;
import org.wangge.issue.clock.IssueClock;
import org.wangge.issue.evidence.EvidenceInput;
import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.issue.evidence.EvidencePolicy;
import org.wangge.issue.reply.ReplyKind;
import org.wangge.notice.NoticeKind;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;

/// What becomes of matters where they come in (综合受理).
final class Intake {
    private Intake() {}

    static Course decide(IntakeAction action, Course course, Facts facts) {
        return switch (action) {
            case IntakeAction.Accept accept -> accept(accept, course, facts);
            case IntakeAction.Reject reject -> reject(reject, course);
            case IntakeAction.AnswerDirectly answer -> answer(answer, course);
            case IntakeAction.Merge merge -> merge(merge, course, facts);
            case IntakeAction.Unmerge unmerge -> unmerge(unmerge, course);
        };
    }

    private static Course accept(IntakeAction.Accept accept, Course course, Facts facts) {
        var why = accept.notDuplicateBecause();
        if (!facts.suspects().isEmpty() && (why == null || why.isBlank())) {
            throw new Refused(new FlowRefusal.DuplicateSuspected(facts.suspects()));
        }
        var category = facts.category() == null ? null : facts.category().id();
        return course.change(new IssueChange(course.issue()).mended(accept, category, facts.grid()))
                .accepted()
                .move(Move.ACCEPT, IssueStatus.ACCEPTED, accept.note() == null ? why : accept.note())
                .meet(ACCEPT)
                .start(DISPATCH, HANDLE)
                .tellReporter(NoticeKind.ISSUE_ACCEPTED)
                .tellPost(Role.DISPATCH, NoticeKind.ISSUE_ACCEPTED);
    }

    private static Course reject(IntakeAction.Reject reject, Course course) {
        course.rejected(reject.reason())
                .recallOrders()
                .move(Move.REJECT, IssueStatus.REJECTED, reject.explanation())
                .meet(ACCEPT)
                .cancelAll()
                .then(new Effect.SendReply(ReplyKind.REJECTION, reject.reply()))
                .tellReporter(NoticeKind.ISSUE_REJECTED);
        return Voice.partEnded(course);
    }

    /// Who answers is not kept apart from who closes: nothing was handled that could be verified.
    private static Course answer(IntakeAction.AnswerDirectly answer, Course course) {
        var required = EvidencePolicy.required(course.issue().type());
        requireEvidence(required, answer.evidence());
        course.accepted()
                .move(Move.ACCEPT, IssueStatus.ACCEPTED, null)
                .meet(ACCEPT)
                .start(HANDLE)
                .move(Move.DISPATCH, IssueStatus.DISPATCHED, null)
                .move(Move.SIGN, IssueStatus.IN_PROGRESS, null);
        for (var i = 0; i < answer.evidence().size(); i++) {
            course.then(new Effect.AddEvidence(answer.evidence().get(i), course.now(), "evidence[" + i + "]"));
        }
        return course.outcome(answer.outcome() == null ? IssueOutcome.EXPLAINED : answer.outcome())
                .move(Move.SUBMIT_RESULT, IssueStatus.HANDLED, null)
                .meet(HANDLE)
                .then(new Effect.Judge(required, java.util.Map.of()))
                .then(new Effect.SendReply(ReplyKind.DIRECT, answer.reply()))
                .closed()
                .move(Move.CLOSE, IssueStatus.CLOSED, null)
                .start(CALLBACK)
                .tellReporter(NoticeKind.ISSUE_REPLIED)
                .tellReporter(NoticeKind.RATING_WANTED);
    }

    private static void requireEvidence(Set<EvidenceKind> required, List<EvidenceInput> given) {
        Set<EvidenceKind> missing = EnumSet.noneOf(EvidenceKind.class);
        missing.addAll(required);
        missing.removeAll(given.stream().map(EvidenceInput::kind).collect(Collectors.toSet()));
        if (!missing.isEmpty()) {
            throw new Refused(new FlowRefusal.MissingEvidence(
                    missing.stream().map(Enum::name).toList()));
        }
    }

    private static Course merge(IntakeAction.Merge merge, Course course, Facts facts) {
        var target = facts.target();
        if (target == null) {
            throw Problems.single("intoId", ProblemCode.UNKNOWN);
        }
        obstacle(course, target).ifPresent(why -> {
            throw new Refused(new FlowRefusal.MergeNotPossible(why));
        });
        var before = course.issue();
        var lead = before.leadId() == null ? null : before.leadId().value();
        broughtForward(course, target);
        return course.then(new Effect.MergeInto(
                        course.known().lastNumbers().merge() + 1,
                        target.issue().id(),
                        merge.reason(),
                        before.status(),
                        lead))
                .then(new Effect.PauseClocks(Set.of()))
                .tellLead(NoticeKind.ISSUE_MERGED, number(target.issue()))
                .recallOrders()
                .merged(target.issue())
                .move(Move.MERGE, IssueStatus.MERGED, merge.reason())
                .tellReporter(NoticeKind.ISSUE_MERGED, number(target.issue()));
    }

    private static Optional<String> obstacle(Course course, CaseFile other) {
        var issue = course.issue();
        var target = other.issue();
        if (target.id().equals(issue.id())) {
            return Optional.of("ITSELF");
        }
        if (!target.status().isOpen()) {
            return Optional.of(target.status() == IssueStatus.MERGED ? "MERGED" : "CLOSED");
        }
        if (target.parentId() != null
                || issue.parentId() != null
                || course.known().parts() > 0) {
            return Optional.of("A_PART");
        }
        if (other.circumstances().stream() != course.known().stream()) {
            return Optional.of("ELSEWHERE");
        }
        return isMorePublic(issue, target) ? Optional.of("MORE_PUBLIC") : Optional.empty();
    }

    private static boolean isMorePublic(Issue issue, Issue target) {
        return issue.confidentiality() == Confidentiality.PRIVATE && target.confidentiality() == Confidentiality.PUBLIC;
    }

    /// How the other is called, once it has a number; its title is not for everybody.
    private static String[] number(Issue issue) {
        return issue.caseNo() == null ? new String[0] : new String[] {issue.caseNo()};
    }

    /// The earlier due time of the two counts, for accepting as for handling.
    private static void broughtForward(Course course, CaseFile target) {
        for (var point : List.of(ACCEPT, DISPATCH, HANDLE, REWORK)) {
            var own = open(course.file(), point);
            var other = open(target, point);
            if (own != null && other != null && own.dueAt().isBefore(other.dueAt())) {
                course.then(new Effect.BringForward(
                        target.issue().id(), target.issue().round(), point, own.dueAt()));
            }
        }
    }

    private static @Nullable IssueClock open(CaseFile file, DuePoint point) {
        return file.clock(point).filter(IssueClock::isOpen).orElse(null);
    }

    private static Course unmerge(IntakeAction.Unmerge unmerge, Course course) {
        var before = course.known().mergedFrom();
        if (before == null) {
            throw new Refused(new FlowRefusal.NothingPending());
        }
        course.then(new Effect.TakeOut()).then(new Effect.ResumeClocks(Set.of()));
        course.file().orders().stream()
                .filter(order -> order.status() == OrderStatus.RECALLED
                        && order.endedAt() != null
                        && order.endedAt().equals(course.known().mergedAt()))
                .map(WorkOrder::restored)
                .forEach(order -> restore(course, order));
        return course.merged(null).move(Move.UNMERGE, before, unmerge.reason()).tellReporter(NoticeKind.ISSUE_UNMERGED);
    }

    private static void restore(Course course, WorkOrder order) {
        course.changed(order);
        if (order.isLead()) {
            course.leads(order.signedBy() == null ? order.memberId() : order.signedBy(), order.departmentId());
        }
        course.tellHand(order, NoticeKind.ISSUE_UNMERGED);
    }
}
