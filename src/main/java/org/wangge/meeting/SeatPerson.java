package org.wangge.meeting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Viewer;
import org.wangge.personnel.MemberId;
import org.wangge.resident.ResidentId;

/// Somebody by exactly one of these.
public record SeatPerson(
        @Nullable MemberId memberId, @Nullable ResidentId residentId) {
    /// Whoever asks; null when they neither serve nor live here.
    public static @Nullable SeatPerson of(Viewer viewer) {
        if (viewer.memberId() != null) {
            return new SeatPerson(new MemberId(viewer.memberId()), null);
        }
        return viewer.residentId() == null ? null : new SeatPerson(null, new ResidentId(viewer.residentId()));
    }

    public @Nullable UUID memberUuid() {
        return memberId == null ? null : memberId.value();
    }

    public @Nullable UUID residentUuid() {
        return residentId == null ? null : residentId.value();
    }
}
