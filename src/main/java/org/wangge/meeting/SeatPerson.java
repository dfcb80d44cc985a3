package org.wangge.meeting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.personnel.MemberId;
import org.wangge.resident.ResidentId;

/// Somebody by exactly one of these.
public record SeatPerson(
        @Nullable MemberId memberId, @Nullable ResidentId residentId) {
    public @Nullable UUID memberUuid() {
        return memberId == null ? null : memberId.value();
    }

    public @Nullable UUID residentUuid() {
        return residentId == null ? null : residentId.value();
    }
}
