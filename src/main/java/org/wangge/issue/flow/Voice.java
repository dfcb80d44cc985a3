package org.wangge.issue.flow;

import static org.wangge.issue.clock.DuePoint.ACCEPT;
import static org.wangge.issue.clock.DuePoint.CALLBACK;
import static org.wangge.issue.clock.DuePoint.DISPATCH;
import static org.wangge.issue.clock.DuePoint.HANDLE;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueOutcome;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.Party;
import org.wangge.issue.reply.RatingInput;
import org.wangge.issue.reply.RatingVia;
import org.wangge.notice.NewNotice;
import org.wangge.notice.NoticeKind;
import org.wangge.notice.Recipient;

/// What those say who reported it, and what follows from it.
final class Voice {
    private static final int CONTENT = 3;

    private Voice() {}

    static Course decide(ReporterAction action, Course course) {
        return switch (action) {
            case ReporterAction.GiveInfo info -> giveInfo(info, course);
            case ReporterAction.Rate rate -> rated(course.stay(Move.RATE, null), rate.rating(), via(course.party()));
            case ReporterAction.Reopen reopen -> reopened(course, course.party(), reopen.reason());
            case ReporterAction.Withdraw withdraw -> withdraw(withdraw, course);
            case ReporterAction.ObjectRejection objection ->
                course.rejected(null)
                        .move(Move.OBJECT_REJECTION, IssueStatus.REPORTED, objection.reason())
                        .start(ACCEPT)
                        .tellPost(Role.INTAKE, NoticeKind.REVIEW_WANTED);
            case ReporterAction.Urge urge -> urge(urge, course);
        };
    }

    /// Whoever calls back writes down what they were told.
    private static RatingVia via(Party party) {
        return party == Party.REPORTER ? RatingVia.REPORTER : RatingVia.CALLBACK;
    }

    /// Ends what it waits for; the clocks go on.
    static Course goOn(Course course) {
        var pause = course.known().pauseOpen();
        if (pause != null) {
            course.then(new Effect.EndPause(pause));
        }
        return course.then(new Effect.ResumeClocks(Set.of()));
    }

    private static Course giveInfo(ReporterAction.GiveInfo info, Course course) {
        if (info.attachmentIds() != null && !info.attachmentIds().isEmpty()) {
            course.then(new Effect.Attach(info.attachmentIds()));
        }
        return goOn(course)
                .move(Move.GIVE_INFO, IssueStatus.IN_PROGRESS, info.text())
                .tellLead(NoticeKind.INFO_GIVEN);
    }

    /// Content, or solved: it ends here. Neither, and said why: it is handled again, as often as may be;
    /// after that supervision looks at it.
    static Course rated(Course course, RatingInput rating, RatingVia via) {
        course.then(new Effect.GiveRating(rating, via)).meet(CALLBACK);
        if (rating.score() >= CONTENT || rating.isResolved()) {
            return course.move(Move.EVALUATE, Party.TIMER, IssueStatus.EVALUATED, null)
                    .cancelAll();
        }
        return course.known().reopenings() < Guards.REOPENINGS
                        && !course.known().isWholeEnded()
                ? reopened(course, Party.REPORTER, rating.comment())
                : course.tellPost(Role.SUPERVISION, NoticeKind.REVIEW_WANTED);
    }

    /// A new round: what was is kept, and nothing of it counts any more.
    private static Course reopened(Course course, Party as, @Nullable String reason) {
        course.cancelAll();
        return course.nextRound(new IssueChange(course.issue()).reopened())
                .move(Move.REOPEN, as, IssueStatus.ACCEPTED, reason)
                .start(DISPATCH, HANDLE)
                .tellReporter(NoticeKind.ISSUE_REOPENED)
                .tellPost(Role.DISPATCH, NoticeKind.ISSUE_REOPENED);
    }

    private static Course withdraw(ReporterAction.Withdraw withdraw, Course course) {
        course.tellLead(NoticeKind.REVIEW_WANTED)
                .recallOrders()
                .cancelAll()
                .outcome(IssueOutcome.WITHDRAWN)
                .move(Move.WITHDRAW, IssueStatus.WITHDRAWN, withdraw.reason());
        return partEnded(course);
    }

    private static Course urge(ReporterAction.Urge urge, Course course) {
        var text = urge.text() == null ? "" : urge.text().strip();
        course.then(new Effect.Note(
                        course.known().lastNumbers().supervision() + 1, Effect.SupervisionKind.URGE, text, null))
                .stay(Move.URGE, urge.text());
        return course.file().lead().isPresent()
                ? course.tellLead(NoticeKind.URGED)
                : course.tellPost(desk(course.issue().status()), NoticeKind.URGED);
    }

    private static Role desk(IssueStatus status) {
        return status == IssueStatus.REPORTED ? Role.INTAKE : Role.DISPATCH;
    }

    /// Whoever waits for the last part hears that there is nothing to wait for any more.
    static Course partEnded(Course course) {
        var waiting = course.known().waiting();
        var whole = course.issue().parentId();
        if (waiting != null && whole != null) {
            course.notices()
                    .add(new NewNotice(
                            whoWaits(waiting, course.issue()),
                            NoticeKind.CHILDREN_DONE,
                            whole.value(),
                            List.of(waiting.caseNo())));
        }
        return course;
    }

    private static Recipient whoWaits(Circumstances.Waiting waiting, Issue part) {
        if (waiting.lead() != null) {
            return new Recipient.Person("member:" + waiting.lead());
        }
        return waiting.department() == null
                ? new Recipient.Post(Role.DISPATCH, part.gridKey())
                : new Recipient.Office(waiting.department());
    }
}
