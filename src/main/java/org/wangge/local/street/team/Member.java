package org.wangge.local.street.team;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who serves the street.
public record Member(
        UUID id, String name, Calling calling, @Nullable UUID departmentId, String cardNo, boolean isPublic) {

    /// How timelines name whoever acted.
    public String actor() {
        return "member:" + id;
    }
}
