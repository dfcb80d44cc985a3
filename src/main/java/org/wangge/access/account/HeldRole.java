package org.wangge.access.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Grant;
import org.wangge.access.Role;
import org.wangge.grid.Grid;

/// A role that somebody holds now, whether it was granted or comes from an assignment or a shift.
record HeldRole(
        Role role,
        @Nullable Grid grid,
        Instant fromAt,
        @Nullable Instant toAt) {
    static HeldRole of(Grant grant, @Nullable Grid grid) {
        return new HeldRole(grant.role(), grid, grant.from(), grant.to());
    }
}
