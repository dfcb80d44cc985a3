package org.wangge.issue.reply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.IssueId;

/// A try to ask somebody how content they are (回访).
///
/// @param no counts from 1 within the round
public record Callback(
        IssueId issueId,
        int round,
        int no,
        String actor,
        Instant at,
        CallbackOutcome outcome,
        @Nullable String note) {
    public boolean isReached() {
        return outcome.isReached();
    }
}
