package org.wangge.issue.flow;

import static org.wangge.issue.clock.DuePoint.CALLBACK;
import static org.wangge.issue.clock.DuePoint.CONTACT;
import static org.wangge.issue.clock.DuePoint.HANDLE;
import static org.wangge.issue.clock.DuePoint.REWORK;
import static org.wangge.issue.clock.DuePoint.VERIFY;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.issue.reply.RatingVia;
import org.wangge.issue.reply.ReplyKind;
import org.wangge.notice.NoticeKind;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.Refused;

/// What becomes of a result (核查结案、评价).
final class Verification {
    private Verification() {}

    static Course decide(VerifyAction action, Course course) {
        return switch (action) {
            case VerifyAction.Verify verify -> verify(verify, course);
            case VerifyAction.Close close -> close(close, course);
            case VerifyAction.RecordCallback call -> callBack(call, course);
            case VerifyAction.Evaluate evaluate ->
                course.move(Move.EVALUATE, IssueStatus.EVALUATED, evaluate.note())
                        .cancelAll();
        };
    }

    private static Course verify(VerifyAction.Verify verify, Course course) {
        Map<EvidenceKind, String> failed = new EnumMap<>(EvidenceKind.class);
        verify.failures()
                .forEach(failure -> failed.put(failure.kind(), failure.why().strip()));
        course.then(new Effect.Judge(verify.acceptedKinds(), failed));
        if (failed.isEmpty()) {
            return course.stay(Move.VERIFY, verify.note());
        }
        var why = failed.entrySet().stream()
                .map(failure -> failure.getKey() + ": " + failure.getValue())
                .collect(Collectors.joining("; "));
        return course.outcome(null)
                .move(Move.VERIFY, IssueStatus.IN_PROGRESS, why)
                .meet(VERIFY)
                .start(REWORK)
                .tellLead(
                        NoticeKind.RESULT_FAILED,
                        failed.keySet().stream().map(Enum::name).findFirst().orElse(""));
    }

    private static Course close(VerifyAction.Close close, Course course) {
        if (close.reply() == null && !course.known().isDrafted()) {
            throw new Refused(new FlowRefusal.ReplyMissing());
        }
        course.file().active().forEach(order -> course.changed(order.done(course.now())));
        course.then(new Effect.SendReply(ReplyKind.FINAL, close.reply()))
                .closed()
                .move(Move.CLOSE, IssueStatus.CLOSED, close.note())
                .meet(VERIFY)
                .cancel(HANDLE, REWORK, CONTACT)
                .start(CALLBACK)
                .tellReporter(NoticeKind.ISSUE_REPLIED)
                .tellReporter(NoticeKind.RATING_WANTED);
        return Voice.partEnded(course);
    }

    private static Course callBack(VerifyAction.RecordCallback call, Course course) {
        course.then(new Effect.CallBack(call.callback())).stay(Move.RECORD_CALLBACK, null);
        var isLast = course.known().callbacks() + 1 == Guards.CALLS;
        if (call.callback().outcome().isReached() || isLast) {
            course.meet(CALLBACK);
        }
        if (call.rating() == null) {
            return course;
        }
        if (course.known().isRated()) {
            throw new Refused(new FlowRefusal.LimitReached(1));
        }
        return Voice.rated(course, call.rating(), RatingVia.CALLBACK);
    }
}
