package org.wangge.issue.clock;

/// When somebody is told of a due point: at half and at 80 % of its time, when it is over, and one
/// and five working days later.
public enum Threshold {
    HALF("ISSUE_DUE_SOON"),
    MOST("ISSUE_DUE_SOON"),
    DUE("ISSUE_BREACHED"),
    PLUS_1("ISSUE_OVERDUE"),
    PLUS_5("ISSUE_OVERDUE");

    private final String event;

    Threshold(String event) {
        this.event = event;
    }

    /// The type of the event that tells of it.
    public String event() {
        return event;
    }
}
