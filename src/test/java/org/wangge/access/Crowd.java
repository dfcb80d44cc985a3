package org.wangge.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridKey;
import org.wangge.refusal.FaultCode;

/// Whoever may come by a [Forest]: staff of one place or of several, residents, administrators,
/// people without any role, people who must do something first, nobody.
record Crowd(Forest forest) {
    static final Viewer SEES_ALL = new Viewer(
            "account:all",
            new UUID(0, 0),
            null,
            null,
            null,
            List.of(new Grant(Role.GRID_MEMBER, GridKey.WHOLE, Instant.EPOCH, null)),
            null);
    private static final List<Role> ADMINISTRATORS = List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR);
    private static final List<Role> CITIZENS = List.of(Role.RESIDENT, Role.VOLUNTEER, Role.AGENCY_STAFF);

    Viewer next() {
        if (forest.once(25)) {
            return Viewer.ANONYMOUS;
        }
        var restriction = forest.once(20) ? FaultCode.PASSWORD_CHANGE_REQUIRED : null;
        return forest.once(2) ? staff(restriction) : citizen(restriction);
    }

    private Viewer staff(@Nullable FaultCode restriction) {
        var member = forest.once(3) ? null : forest.any(forest.workers).uuid();
        var grants = forest.once(8) ? List.of(grant(ADMINISTRATORS)) : grants(List.of(Role.values()), 5);
        return viewer(member, null, grants, restriction);
    }

    private Viewer citizen(@Nullable FaultCode restriction) {
        var resident = forest.once(3) ? null : forest.any(forest.people).uuid();
        var grants = grants(CITIZENS, 3);
        if (forest.once(4)) {
            grants.addAll(grants(List.of(Role.values()), 2));
        }
        return viewer(null, resident, grants, restriction);
    }

    private Viewer viewer(
            @Nullable UUID member, @Nullable UUID resident, List<Grant> grants, @Nullable FaultCode restriction) {
        var account = forest.any(forest.accounts);
        var actor = member == null ? "account:" + account : "member:" + member;
        return new Viewer(actor, account, forest.uuid(), member, resident, grants, restriction);
    }

    /// Fewer than so many.
    private List<Grant> grants(List<Role> roles, int limit) {
        var grants = new ArrayList<Grant>();
        for (int i = 0; i < limit && !forest.once(limit); i++) {
            grants.add(grant(roles));
        }
        return grants;
    }

    private Grant grant(List<Role> roles) {
        var within = forest.once(20) ? "" : forest.any(forest.plots).key();
        return new Grant(forest.any(roles), new GridKey(within), Instant.EPOCH, null);
    }
}
