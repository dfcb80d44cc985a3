package org.wangge.issue.flow;

import java.time.Instant;
import java.time.LocalDate;
import org.wangge.issue.IssueId;

/// What an issue waits for (挂账).
record Suspension(IssueId issueId, PauseKind kind, String reason, Instant since, LocalDate reviewOn) {}
