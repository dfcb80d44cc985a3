package org.wangge.local.street.matter;

import org.jspecify.annotations.Nullable;

/// The straight path of a matter, in its order: seven steps (七步工作法), each with its event.
enum Move {
    REPORT(null, "REPORTED", "ISSUE_REPORTED", "REPORTER"),
    ACCEPT("REPORTED", "ACCEPTED", "ISSUE_ACCEPTED", "INTAKE"),
    DISPATCH("ACCEPTED", "DISPATCHED", "ISSUE_DISPATCHED", "DISPATCH"),
    SIGN("DISPATCHED", "IN_PROGRESS", "ISSUE_SIGNED", "LEAD"),
    SUBMIT_RESULT("IN_PROGRESS", "HANDLED", "ISSUE_RESULT_SUBMITTED", "LEAD"),
    CLOSE("HANDLED", "CLOSED", "ISSUE_CLOSED", "SUPERVISION"),
    EVALUATE("CLOSED", "EVALUATED", "ISSUE_EVALUATED", "ANALYSIS");

    private final @Nullable String from;
    private final String to;
    private final String event;
    private final String party;

    Move(@Nullable String from, String to, String event, String party) {
        this.from = from;
        this.to = to;
        this.event = event;
        this.party = party;
    }

    @Nullable
    String from() {
        return from;
    }

    String to() {
        return to;
    }

    String event() {
        return event;
    }

    /// As whom its actor makes it.
    String party() {
        return party;
    }

    /// Its place in the timeline, from 1.
    int seq() {
        return ordinal() + 1;
    }
}
