package org.wangge.issue.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.Point;
import org.wangge.issue.IssueId;

/// One piece of evidence (佐证) in one round of an issue; only the verifier's judgement is ever added.
///
/// @param distance of the point from the issue's, in metres
/// @param at when it was given, by the server's clock
/// @param accepted null until a verifier has judged it
public record Evidence(
        UUID id,
        IssueId issueId,
        int round,
        EvidenceKind kind,
        @Nullable String text,
        @Nullable Point point,
        @Nullable Integer distance,
        @Nullable String farReason,
        Instant takenAt,
        @Nullable String contacted,
        @Nullable ContactMeans means,
        @Nullable CauseCode cause,
        @Nullable Boolean recurs,
        @Nullable String prevention,
        String actor,
        Instant at,
        @Nullable Boolean accepted,
        @Nullable Instant judgedAt,
        @Nullable String judgeNote) {
    /// Whether it still counts: what a verifier failed must be given anew.
    public boolean stands() {
        return !Boolean.FALSE.equals(accepted);
    }
}
