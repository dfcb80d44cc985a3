package org.wangge.issue;

import static org.wangge.issue.WorkStep.COLLECT;
import static org.wangge.issue.WorkStep.HANDLE;
import static org.wangge.issue.WorkStep.REGISTER;

/// Where an issue stands. The first seven follow the seven steps, the others stand beside them.
public enum IssueStatus {
    REPORTED(COLLECT),
    ACCEPTED(REGISTER),
    DISPATCHED(WorkStep.DISPATCH),
    IN_PROGRESS(HANDLE),
    HANDLED(WorkStep.FEEDBACK),
    CLOSED(WorkStep.VERIFY),
    EVALUATED(WorkStep.EVALUATE),
    RETURNED(WorkStep.DISPATCH),
    SUSPENDED(HANDLE),
    REJECTED(REGISTER),
    MERGED(REGISTER),
    WITHDRAWN(COLLECT);

    private final WorkStep step;

    IssueStatus(WorkStep step) {
        this.step = step;
    }

    /// The step last completed or under way.
    public WorkStep step() {
        return step;
    }

    /// Whether somebody still has to do something.
    public boolean isOpen() {
        return switch (this) {
            case REPORTED, ACCEPTED, DISPATCHED, IN_PROGRESS, HANDLED, RETURNED, SUSPENDED -> true;
            case CLOSED, EVALUATED, REJECTED, MERGED, WITHDRAWN -> false;
        };
    }
}
