package org.wangge.resident.correction;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.grid.GridKey;

/// Who changes a record, when, and from which source they know better.
public record Change(String actor, @Nullable UUID memberId, Role role, Instant at, Instant verifiedAt, String source) {
    public static Change by(Viewer viewer, Right right, GridKey where, Instant at, Instant verifiedAt, String source) {
        var role = viewer.grants().stream()
                .filter(grant -> grant.within().holds(where) && grant.role().holds(right))
                .map(grant -> grant.role())
                .findFirst()
                .orElse(Role.RESIDENT);
        return new Change(viewer.actor(), viewer.memberId(), role, at, verifiedAt, source);
    }
}
