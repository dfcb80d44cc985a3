package org.wangge.issue.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.file.AttachmentId;
import org.wangge.grid.PointInput;

/// What somebody gives as evidence; which of it is needed is said at [EvidenceRules].
///
/// @param contacted who was met or reached, in role words, never a name or number
/// @param farReason why a scene lies further from the issue than it should
public record EvidenceInput(
        EvidenceKind kind,
        @Nullable String text,
        @Nullable List<AttachmentId> attachmentIds,
        @Nullable PointInput point,
        @Nullable Instant takenAt,
        @Nullable String contacted,
        @Nullable ContactMeans means,
        @Nullable String farReason,
        @Nullable CauseCode cause,
        @Nullable Boolean recurs,
        @Nullable String prevention) {
    public EvidenceInput {
        attachmentIds = attachmentIds == null ? null : List.copyOf(attachmentIds);
    }

    List<AttachmentId> files() {
        return attachmentIds == null ? List.of() : attachmentIds;
    }
}
