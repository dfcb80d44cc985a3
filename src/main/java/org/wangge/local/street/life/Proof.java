package org.wangge.local.street.life;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.local.street.land.Spot;

/// A piece of evidence, as a row of `issue_evidence`.
final class Proof {
    final UUID id;
    final int round;
    final EvidenceKind kind;
    final Shown shown;
    final String actor;
    final Instant at;

    private @Nullable Boolean isAccepted;

    private @Nullable String judgedBy;

    private @Nullable Instant judgedAt;

    private @Nullable String judgeNote;

    Proof(UUID id, int round, EvidenceKind kind, Shown shown, String actor, Instant at) {
        this.id = id;
        this.round = round;
        this.kind = kind;
        this.shown = shown;
        this.actor = actor;
        this.at = at;
    }

    /// What it shows; only what its kind asks for is there.
    record Shown(
            @Nullable String text,
            @Nullable Spot spot,
            @Nullable String contacted,
            @Nullable String means,
            @Nullable String cause,
            @Nullable Boolean recurs,
            @Nullable String prevention) {
        static Shown text(String text) {
            return new Shown(text, null, null, null, null, null, null);
        }
    }

    void judge(boolean accepted, @Nullable String note, String by, Instant now) {
        isAccepted = accepted;
        judgeNote = note;
        judgedBy = by;
        judgedAt = now;
    }

    @Nullable
    Boolean isAccepted() {
        return isAccepted;
    }

    void isAccepted(@Nullable Boolean value) {
        isAccepted = value;
    }

    @Nullable
    String judgeNote() {
        return judgeNote;
    }

    void judgeNote(@Nullable String value) {
        judgeNote = value;
    }

    @Nullable
    Instant judgedAt() {
        return judgedAt;
    }

    void judgedAt(@Nullable Instant value) {
        judgedAt = value;
    }

    @Nullable
    String judgedBy() {
        return judgedBy;
    }

    void judgedBy(@Nullable String value) {
        judgedBy = value;
    }
}
