package org.wangge.resident.disclosure;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;
import org.wangge.access.Viewer;

/// Who looks, and as what.
public record Looker(String actor, UUID accountId, @Nullable UUID memberId, Role role) {
    public static Looker of(Viewer viewer, Role role) {
        var account = Objects.requireNonNull(viewer.signedIn().accountId());
        return new Looker(viewer.actor(), account, viewer.memberId(), role);
    }
}
