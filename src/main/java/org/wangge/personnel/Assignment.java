package org.wangge.personnel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.feed.NewEvent;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;

/// Who serves which grid in which role (定人、定格、定责). `toOn` is the first day on which it is over.
public record Assignment(
        AssignmentId id,
        MemberId memberId,
        GridId gridId,
        GridKey gridKey,
        GridRole role,
        List<DutyCategory> duties,
        LocalDate fromOn,
        @Nullable LocalDate toOn,
        @Nullable String basis,
        @Nullable String endReason,
        int version)
        implements Node {
    public Assignment {
        duties = List.copyOf(duties);
    }

    /// Whether it can end on a day: not before it has begun, and not later than was set.
    boolean lastsUntil(LocalDate on) {
        return on.isAfter(fromOn) && (toOn == null || !on.isAfter(toOn));
    }

    /// What another member takes over on a day: all that is left of it.
    Appointment handedTo(MemberId successor, LocalDate on, @Nullable String basis) {
        return new Appointment(null, successor, gridId, role, duties, on, toOn, basis);
    }

    NewEvent started(Instant at) {
        return new NewEvent("ASSIGNMENT_STARTED", id.value(), version, gridKey, at);
    }

    NewEvent ended(Instant at) {
        return new NewEvent("ASSIGNMENT_ENDED", id.value(), version, gridKey, at);
    }
}
