package org.wangge.local.street.life;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.team.Member;

/// Whom a case is given to: a member, or a department for which somebody signs.
///
/// @param at the key of the grid where they serve
/// @param signer who takes it up
record Hand(@Nullable UUID departmentId, String unit, String at, Member signer) {
    @Nullable
    UUID memberId() {
        return departmentId == null ? signer.id() : null;
    }

    boolean isSame(Hand other) {
        return Objects.equals(departmentId, other.departmentId) && Objects.equals(memberId(), other.memberId());
    }
}
