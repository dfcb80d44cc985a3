package org.wangge.access.account.administration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;
import org.wangge.grid.GridId;

/// A role that was granted to an account, with who did it and why.
record GrantedRole(
        GrantId id,
        UUID accountId,
        Role role,
        @Nullable GridId gridId,
        Instant fromAt,
        @Nullable Instant toAt,
        String grantedBy,
        String reason,
        @Nullable String endReason) {
    boolean isOver(Instant now) {
        return toAt != null && !now.isBefore(toAt);
    }
}
