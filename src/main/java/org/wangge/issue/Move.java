package org.wangge.issue;

import static org.wangge.issue.IssueStatus.ACCEPTED;
import static org.wangge.issue.IssueStatus.CLOSED;
import static org.wangge.issue.IssueStatus.DISPATCHED;
import static org.wangge.issue.IssueStatus.EVALUATED;
import static org.wangge.issue.IssueStatus.HANDLED;
import static org.wangge.issue.IssueStatus.IN_PROGRESS;
import static org.wangge.issue.IssueStatus.MERGED;
import static org.wangge.issue.IssueStatus.REJECTED;
import static org.wangge.issue.IssueStatus.REPORTED;
import static org.wangge.issue.IssueStatus.RETURNED;
import static org.wangge.issue.IssueStatus.SUSPENDED;
import static org.wangge.issue.IssueStatus.WITHDRAWN;
import static org.wangge.issue.Line.OPEN;
import static org.wangge.issue.Line.line;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The workflow as a table: which command leads from which states to which, and who may give it. A
/// history is legal when each of its entries is a line of this table.
public enum Move {
    REPORT("ISSUE_REPORTED", line().by(Party.ANYONE).to(REPORTED)),
    ACCEPT(
            "ISSUE_ACCEPTED",
            line(REPORTED)
                    .by(Party.INTAKE, Party.COMMUNITY_LEADER, Party.GRID_LEADER)
                    .to(ACCEPTED)
                    .when(Guard.OTHER_THAN_REJECTED, Guard.NOT_SUSPECTED)),
    REJECT(
            "ISSUE_REJECTED",
            line(REPORTED).by(Party.INTAKE).to(REJECTED).when(Guard.OTHER_THAN_REJECTED),
            line(RETURNED).by(Party.DUTY_COMMANDER).to(REJECTED).when(Guard.PARTS_ARE_FINAL)),
    /// Its history is that of the five steps it takes in one go.
    ANSWER_DIRECTLY(
            "ISSUE_ANSWERED",
            line(REPORTED)
                    .by(Party.INTAKE, Party.GRID_LEADER, Party.GRID_MEMBER)
                    .to(CLOSED)
                    .when(Guard.OTHER_THAN_REJECTED, Guard.ANSWERABLE)),
    MERGE(
            "ISSUE_MERGED",
            line(REPORTED)
                    .by(Party.INTAKE, Party.DISPATCH)
                    .to(MERGED)
                    .when(Guard.OTHER_THAN_REJECTED, Guard.TARGET_FITS),
            line(ACCEPTED, DISPATCHED, IN_PROGRESS)
                    .by(Party.INTAKE, Party.DISPATCH)
                    .to(MERGED)
                    .when(Guard.PARTS_ARE_FINAL, Guard.TARGET_FITS)),
    UNMERGE(
            "ISSUE_UNMERGED",
            line(MERGED)
                    .by(Party.INTAKE, Party.DISPATCH)
                    .to(REPORTED, ACCEPTED, DISPATCHED, IN_PROGRESS)
                    .when(Guard.WITHIN_A_DAY)),
    DISPATCH(
            "ISSUE_DISPATCHED",
            line(ACCEPTED, RETURNED)
                    .by(Party.DISPATCH, Party.DUTY_COMMANDER, Party.COMMUNITY_LEADER)
                    .to(DISPATCHED)
                    .when(Guard.LEVEL_OF_LEADER, Guard.LAST_BY_COMMANDER, Guard.ON_DUTY_LIST)),
    /// Its history is that of the steps it takes in one go (即办).
    SELF_HANDLE(
            "ISSUE_SELF_HANDLED",
            line(REPORTED)
                    .by(Party.GRID_LEADER, Party.GRID_MEMBER)
                    .to(IN_PROGRESS)
                    .when(Guard.OTHER_THAN_REJECTED, Guard.SMALL_AND_CALM),
            line(ACCEPTED)
                    .by(Party.GRID_LEADER, Party.GRID_MEMBER)
                    .to(IN_PROGRESS)
                    .when(Guard.SMALL_AND_CALM)),
    SIGN("ISSUE_SIGNED", line(DISPATCHED).by(Party.LEAD).to(IN_PROGRESS)),
    RETURN(
            "ISSUE_RETURNED",
            line(DISPATCHED, IN_PROGRESS)
                    .by(Party.LEAD)
                    .to(RETURNED)
                    .when(Guard.RETURNS_LEFT, Guard.WITHIN_RETURN_TIME)),
    RULE_RETURN(
            "ISSUE_RETURN_RULED",
            line(RETURNED)
                    .by(Party.DISPATCH, Party.DUTY_COMMANDER)
                    .to(DISPATCHED)
                    .when(Guard.LAST_BY_COMMANDER, Guard.ON_DUTY_LIST)),
    ADD_PROCESS(
            "ISSUE_PROCESS_ADDED",
            line(DISPATCHED, IN_PROGRESS, HANDLED)
                    .by(Party.LEAD, Party.CO_HANDLER)
                    .stays()),
    ADD_EVIDENCE(
            "ISSUE_EVIDENCE_ADDED",
            line(DISPATCHED, IN_PROGRESS).by(Party.LEAD, Party.CO_HANDLER).stays(),
            line(HANDLED).by(Party.LEAD, Party.CO_HANDLER, Party.SUPERVISION).stays()),
    WAIVE_EVIDENCE(
            "ISSUE_EVIDENCE_WAIVED",
            line(DISPATCHED, IN_PROGRESS, HANDLED)
                    .by(Party.DUTY_COMMANDER)
                    .stays()
                    .when(Guard.NOT_OWN_WORK)),
    REQUEST_INFO(
            "ISSUE_INFO_REQUESTED",
            line(IN_PROGRESS).by(Party.LEAD, Party.CO_HANDLER).to(SUSPENDED).when(Guard.QUESTIONS_LEFT)),
    GIVE_INFO(
            "ISSUE_INFO_GIVEN",
            line(SUSPENDED).by(Party.REPORTER, Party.TIMER).to(IN_PROGRESS).when(Guard.REPORTER_IS_ASKED)),
    REQUEST_SUSPENSION(
            "ISSUE_SUSPENSION_REQUESTED",
            line(IN_PROGRESS).by(Party.LEAD).stays().when(Guard.NO_SUSPENSION_ASKED)),
    DECIDE_SUSPENSION(
            "ISSUE_SUSPENSION_DECIDED",
            line(IN_PROGRESS)
                    .by(Party.SUPERVISION, Party.DUTY_COMMANDER)
                    .to(SUSPENDED, IN_PROGRESS)
                    .when(Guard.SUSPENSION_ASKED, Guard.NOT_OWN_WORK)),
    RESUME(
            "ISSUE_RESUMED",
            line(SUSPENDED)
                    .by(Party.LEAD, Party.SUPERVISION, Party.DUTY_COMMANDER, Party.TIMER)
                    .to(IN_PROGRESS)
                    .when(Guard.PUT_OFF_BY_DECISION)),
    REQUEST_EXTENSION(
            "ISSUE_EXTENSION_REQUESTED",
            line(IN_PROGRESS)
                    .by(Party.LEAD)
                    .stays()
                    .when(Guard.NO_EXTENSION_ASKED, Guard.EXTENSIONS_LEFT, Guard.BEFORE_DUE)),
    DECIDE_EXTENSION(
            "ISSUE_EXTENSION_DECIDED",
            line(IN_PROGRESS, SUSPENDED)
                    .by(Party.DUTY_COMMANDER, Party.SUBDISTRICT_LEADER)
                    .stays()
                    .when(Guard.EXTENSION_ASKED, Guard.SECOND_BY_LEADER, Guard.NOT_OWN_WORK)),
    ESCALATE(
            "ISSUE_ESCALATED",
            line(DISPATCHED, IN_PROGRESS, RETURNED, SUSPENDED)
                    .by(Party.LEAD, Party.GRID_LEADER, Party.COMMUNITY_LEADER, Party.DUTY_COMMANDER, Party.TIMER)
                    .to(DISPATCHED)
                    .when(Guard.BELOW_DISTRICT)),
    WHISTLE(
            "ISSUE_WHISTLED",
            line(DISPATCHED, IN_PROGRESS, RETURNED, SUSPENDED)
                    .by(Party.LEAD, Party.GRID_LEADER, Party.COMMUNITY_LEADER, Party.DUTY_COMMANDER)
                    .to(DISPATCHED)),
    RESPOND_WHISTLE(
            "ISSUE_WHISTLE_ANSWERED",
            line(DISPATCHED, IN_PROGRESS, HANDLED, SUSPENDED)
                    .by(Party.LEAD, Party.CO_HANDLER)
                    .stays()
                    .when(Guard.IS_CALLED)),
    SPLIT("ISSUE_SPLIT", line(ACCEPTED, IN_PROGRESS).by(Party.DISPATCH).stays().when(Guard.SPLIT_ONCE)),
    SUBMIT_RESULT(
            "ISSUE_RESULT_SUBMITTED",
            line(IN_PROGRESS).by(Party.LEAD).to(HANDLED).when(Guard.PARTS_ARE_FINAL, Guard.EVIDENCE_THERE)),
    RECALL_RESULT(
            "ISSUE_RESULT_RECALLED",
            line(HANDLED).by(Party.LEAD).to(IN_PROGRESS).when(Guard.NOT_YET_VERIFIED)),
    /// What failed sends it back to work (返工); what holds is noted, and it stays.
    VERIFY(
            "ISSUE_VERIFIED",
            line(HANDLED)
                    .by(Party.SUPERVISION, Party.LEADER_ABOVE)
                    .to(IN_PROGRESS, HANDLED)
                    .when(Guard.NOT_OWN_WORK)),
    CLOSE(
            "ISSUE_CLOSED",
            line(HANDLED)
                    .by(Party.SUPERVISION, Party.LEADER_ABOVE)
                    .to(CLOSED)
                    .when(Guard.NOT_OWN_WORK, Guard.PARTS_ARE_FINAL, Guard.EVIDENCE_ACCEPTED, Guard.REPLY_THERE)),
    RATE(
            "ISSUE_RATED",
            line(CLOSED).by(Party.REPORTER, Party.SUPERVISION).stays().when(Guard.NOT_YET_RATED, Guard.NOT_OWN_WORK)),
    RECORD_CALLBACK(
            "ISSUE_CALLED_BACK", line(CLOSED).by(Party.SUPERVISION).stays().when(Guard.NOT_OWN_WORK, Guard.CALLS_LEFT)),
    EVALUATE("ISSUE_EVALUATED", line(CLOSED).by(Party.ANALYSIS, Party.TIMER).to(EVALUATED)),
    REOPEN(
            "ISSUE_REOPENED",
            line(CLOSED, EVALUATED)
                    .by(Party.REPORTER, Party.SUPERVISION, Party.DUTY_COMMANDER)
                    .to(ACCEPTED)
                    .when(Guard.WHOLE_IS_OPEN, Guard.WITHIN_REOPENING, Guard.REOPENINGS_LEFT)),
    WITHDRAW(
            "ISSUE_WITHDRAWN",
            line(REPORTED, ACCEPTED, DISPATCHED, IN_PROGRESS)
                    .by(Party.REPORTER)
                    .to(WITHDRAWN)
                    .when(Guard.NOT_DANGEROUS, Guard.NOBODY_ELSE, Guard.PARTS_ARE_FINAL)),
    OBJECT_REJECTION(
            "ISSUE_REJECTION_OBJECTED",
            line(REJECTED).by(Party.REPORTER).to(REPORTED).when(Guard.WITHIN_OBJECTION, Guard.NOT_YET_OBJECTED)),
    URGE("ISSUE_URGED", line(OPEN).by(Party.REPORTER, Party.ANYONE).stays().when(Guard.NOT_URGED_TODAY)),
    SUPERVISE("ISSUE_SUPERVISED", line(OPEN).by(Party.SUPERVISION, Party.TIMER).stays());

    private final String event;
    private final List<Line> lines;

    Move(String event, Line... lines) {
        this.event = event;
        this.lines = List.of(lines);
    }

    /// The type of the event that tells of this move.
    public String event() {
        return event;
    }

    public List<Line> lines() {
        return lines;
    }

    /// Whether the move may be made from a state; null is before there is an issue.
    public boolean leavesFrom(@Nullable IssueStatus status) {
        return lines.stream().anyMatch(line -> line.leavesFrom(status));
    }

    /// Whether the move may lead from the one state to the other.
    public boolean leads(@Nullable IssueStatus from, IssueStatus to) {
        return lines.stream()
                .filter(line -> line.leavesFrom(from))
                .anyMatch(line -> line.to().isEmpty() ? to == from : line.to().contains(to));
    }

    /// Who may make the move from a state, in the order in which they are asked whether they are meant.
    public Set<Party> who(IssueStatus status) {
        return lines.stream()
                .filter(line -> line.leavesFrom(status))
                .flatMap(line -> line.who().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Party.class)));
    }

    /// The moves that somebody may make from a state.
    public static List<Move> from(IssueStatus status) {
        return java.util.Arrays.stream(values())
                .filter(move -> move != REPORT && move.leavesFrom(status))
                .toList();
    }
}
