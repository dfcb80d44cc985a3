package org.wangge.access.account.administration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;
import org.wangge.access.account.AccountId;
import org.wangge.grid.GridId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// Which role, where, for how long, and why.
record GrantRoleInput(
        UUID key,
        AccountId accountId,
        int expectedVersion,
        Role role,
        @Nullable GridId gridId,
        @Nullable Instant fromAt,
        @Nullable Instant toAt,
        String reason) {
    Problems problems(boolean isGridKnown, Instant from) {
        return new Problems()
                .check(role != Role.ANONYMOUS && role != Role.RESIDENT, "role", ProblemCode.UNKNOWN)
                .check(isGridKnown, "gridId", ProblemCode.UNKNOWN)
                .check(gridId != null || !role.readsPeople(), "gridId", ProblemCode.REQUIRED)
                .check(toAt == null || toAt.isAfter(from), "toAt", ProblemCode.NOT_IN_ORDER)
                .text("reason", reason, 1, Problems.REMARK);
    }
}
