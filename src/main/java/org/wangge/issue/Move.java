package org.wangge.issue;

import static org.wangge.issue.IssueStatus.ACCEPTED;
import static org.wangge.issue.IssueStatus.CLOSED;
import static org.wangge.issue.IssueStatus.DISPATCHED;
import static org.wangge.issue.IssueStatus.EVALUATED;
import static org.wangge.issue.IssueStatus.HANDLED;
import static org.wangge.issue.IssueStatus.IN_PROGRESS;
import static org.wangge.issue.IssueStatus.REPORTED;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The workflow as a table: which move leads from which states to which. A history is legal when
/// each of its entries is a line of this table.
public enum Move {
    REPORT("ISSUE_REPORTED", Set.of(), REPORTED),
    ACCEPT("ISSUE_ACCEPTED", Set.of(REPORTED), ACCEPTED),
    DISPATCH("ISSUE_DISPATCHED", Set.of(ACCEPTED), DISPATCHED),
    SIGN("ISSUE_SIGNED", Set.of(DISPATCHED), IN_PROGRESS),
    SUBMIT_RESULT("ISSUE_RESULT_SUBMITTED", Set.of(IN_PROGRESS), HANDLED),
    CLOSE("ISSUE_CLOSED", Set.of(HANDLED), CLOSED),
    EVALUATE("ISSUE_EVALUATED", Set.of(CLOSED), EVALUATED);

    private final String event;
    private final Set<IssueStatus> from;
    private final IssueStatus to;

    Move(String event, Set<IssueStatus> from, IssueStatus to) {
        this.event = event;
        this.from = from;
        this.to = to;
    }

    /// The type of the event that tells of this move.
    public String event() {
        return event;
    }

    public IssueStatus to() {
        return to;
    }

    /// Whether the move may be made from a state; null is before there is an issue.
    public boolean leavesFrom(@Nullable IssueStatus status) {
        return status == null ? from.isEmpty() : from.contains(status);
    }
}
