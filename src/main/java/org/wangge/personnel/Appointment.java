package org.wangge.personnel;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;

/// An assignment that is about to be made; without an id it gets one.
record Appointment(
        @Nullable UUID id,
        MemberId memberId,
        GridId gridId,
        GridRole role,
        List<DutyCategory> duties,
        LocalDate fromOn,
        @Nullable LocalDate toOn,
        @Nullable String basis) {
    Appointment {
        duties = duties.stream().distinct().sorted().toList();
    }

    /// The id as the graph writes it, empty when it has none yet.
    String idText() {
        return id == null ? "" : new AssignmentId(id).toString();
    }
}
