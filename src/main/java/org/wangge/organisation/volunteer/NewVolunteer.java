package org.wangge.organisation.volunteer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.Grid;

/// A volunteer about to be written down.
///
/// @param mask the name as it may be shown
/// @param clear the name of somebody who is neither a resident nor a member, to be sealed
record NewVolunteer(
        Grid grid,
        @Nullable UUID residentId,
        @Nullable UUID memberId,
        @Nullable String actor,
        String mask,
        @Nullable String clear,
        List<String> skills) {
    @Override
    public String toString() {
        return mask;
    }
}
