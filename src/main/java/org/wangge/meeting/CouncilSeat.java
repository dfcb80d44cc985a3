package org.wangge.meeting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;
import org.wangge.personnel.MemberId;
import org.wangge.resident.ResidentId;

/// Who sits in a council, from a day on and up to another: one who serves, or one who lives there.
public record CouncilSeat(
        CouncilSeatId id,
        CouncilId councilId,
        @Nullable MemberId memberId,
        @Nullable ResidentId residentId,
        SeatRole role,
        LocalDate fromOn,
        @Nullable LocalDate toOn,
        @Nullable String endReason,
        int version)
        implements Node {
    @Nullable
    UUID memberUuid() {
        return memberId == null ? null : memberId.value();
    }

    @Nullable
    UUID residentUuid() {
        return residentId == null ? null : residentId.value();
    }

    /// Whether it can end on a day: not before it has begun, and not later than was set.
    boolean lastsUntil(LocalDate on) {
        return on.isAfter(fromOn) && (toOn == null || !on.isAfter(toOn));
    }
}
