package org.wangge.local.street.matter;

import org.jspecify.annotations.Nullable;

/// The straight path of a matter, in its order: seven steps (七步工作法), each with its event.
enum Move {
    REPORT(null, "REPORTED", "ISSUE_REPORTED"),
    ACCEPT("REPORTED", "ACCEPTED", "ISSUE_ACCEPTED"),
    DISPATCH("ACCEPTED", "DISPATCHED", "ISSUE_DISPATCHED"),
    SIGN("DISPATCHED", "IN_PROGRESS", "ISSUE_SIGNED"),
    SUBMIT_RESULT("IN_PROGRESS", "HANDLED", "ISSUE_RESULT_SUBMITTED"),
    CLOSE("HANDLED", "CLOSED", "ISSUE_CLOSED"),
    EVALUATE("CLOSED", "EVALUATED", "ISSUE_EVALUATED");

    private final @Nullable String from;
    private final String to;
    private final String event;

    Move(@Nullable String from, String to, String event) {
        this.from = from;
        this.to = to;
        this.event = event;
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

    /// Its place in the timeline, from 1.
    int seq() {
        return ordinal() + 1;
    }
}
