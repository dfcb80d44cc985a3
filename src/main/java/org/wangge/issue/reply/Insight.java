package org.wangge.issue.reply;

import java.util.EnumSet;
import java.util.Set;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.grid.GridKey;

/// What somebody may know by the roles they hold.
final class Insight {
    private static final Set<Role> OUTSIDERS =
            EnumSet.of(Role.ANONYMOUS, Role.RESIDENT, Role.VOLUNTEER, Role.AGENCY_STAFF);

    private Insight() {}

    /// Whether the viewer holds one of the roles at a grid now.
    static boolean holds(Viewer viewer, Set<Role> roles, GridKey at) {
        return viewer.grants().stream()
                .anyMatch(
                        grant -> roles.contains(grant.role()) && grant.within().holds(at));
    }

    static boolean isStaff(Viewer viewer) {
        return !OUTSIDERS.containsAll(viewer.roles());
    }
}
