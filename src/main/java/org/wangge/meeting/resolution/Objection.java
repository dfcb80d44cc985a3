package org.wangge.meeting.resolution;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.personnel.MemberId;
import org.wangge.resident.ResidentId;

/// What somebody has against a resolution, and what they were answered.
record Objection(
        ObjectionId id,
        ResolutionId resolutionId,
        @Nullable MemberId memberId,
        @Nullable ResidentId residentId,
        String text,
        Instant at,
        @Nullable Boolean isUpheld,
        @Nullable String answer,
        @Nullable Instant answeredAt) {
    @Nullable
    UUID memberUuid() {
        return memberId == null ? null : memberId.value();
    }

    @Nullable
    UUID residentUuid() {
        return residentId == null ? null : residentId.value();
    }
}
