package org.wangge.issue.flow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueLevel;

/// What was asked for, decided and noted beside the steps of an issue.
record IssueRegister(List<Extension> extensions, List<Supervision> supervisions, List<Escalation> escalations) {
    record Extension(
            IssueId issueId,
            int round,
            Instant requestedUntil,
            String reason,
            Instant askedAt,
            @Nullable Instant decidedAt,
            @Nullable Boolean isGranted) {}

    record Supervision(
            IssueId issueId,
            int round,
            Effect.SupervisionKind kind,
            String text,
            Instant at,
            @Nullable Instant dueAt) {}

    record Escalation(
            IssueId issueId,
            int round,
            Effect.EscalationKind kind,
            IssueLevel fromLevel,
            IssueLevel toLevel,
            String cause,
            Instant at,
            @Nullable Instant reportBy,
            int calledCount,
            int reportedInCount) {}
}
