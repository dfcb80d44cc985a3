package org.wangge.issue.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.file.Attachment;
import org.wangge.grid.CoordinateSystem;
import org.wangge.grid.Point;

/// A piece of evidence as somebody sees it: whole, or only its kind and times.
///
/// @param closeness reporters see the pictures of the result and no other files, which may show neighbours
record SeenEvidence(
        EvidenceId id,
        EvidenceKind kind,
        int round,
        Instant takenAt,
        Instant at,
        @Nullable Boolean isAccepted,
        Closeness closeness,
        @Nullable String text,
        @Nullable Point point,
        @Nullable Integer distance,
        @Nullable String farReason,
        @Nullable String contacted,
        @Nullable ContactMeans means,
        @Nullable CauseCode cause,
        @Nullable Boolean recurs,
        @Nullable String prevention,
        @Nullable Instant judgedAt,
        @Nullable String judgeNote) {
    static SeenEvidence of(Evidence evidence, Closeness closeness) {
        return closeness == Closeness.STAFF ? whole(evidence) : outline(evidence);
    }

    UUID uuid() {
        return id.value();
    }

    @Nullable
    Point location(CoordinateSystem system) {
        return point == null ? null : point.in(system);
    }

    /// Which of its files are shown.
    List<Attachment> shown(List<Attachment> files) {
        if (closeness == Closeness.STAFF) {
            return files;
        }
        return kind == EvidenceKind.RESULT
                ? files.stream().filter(Attachment::isPicture).toList()
                : List.of();
    }

    private static SeenEvidence whole(Evidence evidence) {
        return new SeenEvidence(
                new EvidenceId(evidence.id()),
                evidence.kind(),
                evidence.round(),
                evidence.takenAt(),
                evidence.at(),
                evidence.accepted(),
                Closeness.STAFF,
                evidence.text(),
                evidence.point(),
                evidence.distance(),
                evidence.farReason(),
                evidence.contacted(),
                evidence.means(),
                evidence.cause(),
                evidence.recurs(),
                evidence.prevention(),
                evidence.judgedAt(),
                evidence.judgeNote());
    }

    private static SeenEvidence outline(Evidence evidence) {
        return new SeenEvidence(
                new EvidenceId(evidence.id()),
                evidence.kind(),
                evidence.round(),
                evidence.takenAt(),
                evidence.at(),
                evidence.accepted(),
                Closeness.REPORTER,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
