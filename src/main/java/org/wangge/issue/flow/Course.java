package org.wangge.issue.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueLevel;
import org.wangge.issue.IssueOutcome;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.Party;
import org.wangge.issue.RejectReason;
import org.wangge.issue.clock.DuePoint;
import org.wangge.notice.NewNotice;
import org.wangge.notice.NoticeKind;
import org.wangge.notice.Recipient;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.MemberId;

/// What becomes of an issue by a move: it starts from the case file, and everything that changes is
/// said to it, in order. Nothing is written until it is decided as a whole.
final class Course {
    private final CaseFile file;
    private final Actor actor;
    private final Party party;
    private final Instant now;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<ReporterNotice> reporterNotices = new ArrayList<>();
    private final List<NewNotice> notices = new ArrayList<>();
    private final Set<UUID> hands = new LinkedHashSet<>();
    private Issue issue;
    private boolean isNumbered;

    /// An effect, with the issue as it stood when it was said.
    record Step(Effect effect, Issue issue) {}

    /// What whoever reported it is told, and all whose reports go on in it.
    record ReporterNotice(NoticeKind kind, List<String> more) {}

    Course(CaseFile file, Actor actor, Party party, Instant now) {
        this.file = file;
        this.actor = actor;
        this.party = party;
        this.now = now;
        this.issue = file.issue();
        file.orders().stream().flatMap(WorkOrder::hands).forEach(hands::add);
    }

    CaseFile file() {
        return file;
    }

    Circumstances known() {
        return file.circumstances();
    }

    Actor actor() {
        return actor;
    }

    String by() {
        return actor.viewer().actor();
    }

    Party party() {
        return party;
    }

    Instant now() {
        return now;
    }

    Issue issue() {
        return issue;
    }

    List<Entry> entries() {
        return entries;
    }

    List<Step> steps() {
        return steps;
    }

    List<ReporterNotice> reporterNotices() {
        return reporterNotices;
    }

    List<NewNotice> notices() {
        return notices;
    }

    Set<UUID> hands() {
        return hands;
    }

    /// Whether it is to be given a case number.
    boolean isNumbered() {
        return isNumbered;
    }

    /// The next line of the timeline.
    Course move(Move move, IssueStatus to, @Nullable String note) {
        return move(move, party, to, note);
    }

    Course move(Move move, Party as, IssueStatus to, @Nullable String note) {
        var words = note == null || note.isBlank() ? null : note.strip();
        entries.add(new Entry(issue.version() + 1, move, issue.round(), as, issue.status(), to, words));
        issue = new IssueChange(issue).moved(to, now);
        return this;
    }

    /// A line after which the issue stands where it stood.
    Course stay(Move move, @Nullable String note) {
        return move(move, issue.status(), note);
    }

    Course then(Effect effect) {
        steps.add(new Step(effect, issue));
        return this;
    }

    Course start(DuePoint... points) {
        for (var point : points) {
            then(new Effect.StartClock(point));
        }
        return this;
    }

    Course meet(DuePoint first, DuePoint... others) {
        return then(new Effect.MeetClocks(EnumSet.of(first, others)));
    }

    Course cancel(DuePoint first, DuePoint... others) {
        return then(new Effect.CancelClocks(EnumSet.of(first, others)));
    }

    Course cancelAll() {
        return then(new Effect.CancelClocks(Set.of()));
    }

    /// Files it: it is given its case number, and whoever reported it is told.
    Course accepted() {
        isNumbered = issue.caseNo() == null;
        issue = new IssueChange(issue).accepted(now);
        return this;
    }

    Course change(Issue changed) {
        issue = changed;
        return this;
    }

    Course graded(IssueLevel level) {
        issue = new IssueChange(issue).level(level);
        return this;
    }

    Course outcome(@Nullable IssueOutcome outcome) {
        issue = new IssueChange(issue).outcome(outcome);
        return this;
    }

    Course rejected(@Nullable RejectReason reason) {
        issue = new IssueChange(issue).rejected(reason);
        return this;
    }

    Course closed() {
        issue = new IssueChange(issue).closed(now);
        return this;
    }

    Course merged(@Nullable Issue into) {
        issue = new IssueChange(issue).mergedInto(into == null ? null : into.id());
        return this;
    }

    Course nextRound(Issue again) {
        issue = again;
        hands.clear();
        return this;
    }

    Course leads(@Nullable MemberId member, @Nullable DepartmentId department) {
        issue = new IssueChange(issue).lead(member, department);
        return this;
    }

    Course order(WorkOrder order) {
        then(new Effect.NewOrder(order));
        order.hands().forEach(hands::add);
        return order.isLead() ? leads(order.memberId(), order.departmentId()) : this;
    }

    Course changed(WorkOrder order) {
        then(new Effect.OrderChanged(order));
        order.hands().forEach(hands::add);
        return this;
    }

    /// Takes back all orders that are still out.
    Course recallOrders() {
        file.active().forEach(order -> changed(order.recalled(now)));
        return leads(null, null);
    }

    /// Parts tell nobody: the whole does.
    Course tellReporter(NoticeKind kind, String... more) {
        if (issue.parentId() == null) {
            reporterNotices.add(new ReporterNotice(kind, List.of(more)));
        }
        return this;
    }

    Course tellLead(NoticeKind kind, String... more) {
        file.lead().ifPresent(order -> tellHand(order, kind, more));
        return this;
    }

    Course tellHand(WorkOrder order, NoticeKind kind, String... more) {
        var member = order.signedBy() == null ? order.memberId() : order.signedBy();
        if (member != null) {
            return tell(new Recipient.Person("member:" + member.value()), kind, more);
        }
        return order.departmentId() == null
                ? this
                : tell(new Recipient.Office(order.departmentId().value()), kind, more);
    }

    Course tellPost(Role role, NoticeKind kind, String... more) {
        return tell(new Recipient.Post(role, issue.gridKey()), kind, more);
    }

    Course tell(Recipient to, NoticeKind kind, String... more) {
        var words = new ArrayList<String>();
        words.add(issue.caseNo() == null ? issue.title() : issue.caseNo());
        words.addAll(List.of(more));
        notices.add(new NewNotice(to, kind, issue.uuid(), words));
        return this;
    }
}
