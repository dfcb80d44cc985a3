package org.wangge.issue.flow;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.IssueId;

/// What an issue waits for (挂账).
record Suspension(IssueId issueId, PauseKind kind, @Nullable String reason, Instant since, LocalDate reviewOn) {
    /// What those see who neither work on it nor reported it.
    Suspension withoutReason() {
        return new Suspension(issueId, kind, null, since, reviewOn);
    }
}
