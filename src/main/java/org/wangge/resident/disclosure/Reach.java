package org.wangge.resident.disclosure;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Grant;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;

/// Whose personal values somebody may see for a purpose: everybody in `whole`, those in need of care
/// in `care`, and themselves.
record Reach(Scope whole, Scope care, @Nullable UUID own) {
    static final Reach NOWHERE = new Reach(nowhere(), nowhere(), null);

    static Reach of(Viewer viewer, DisclosurePurpose purpose) {
        return switch (purpose) {
            case OWN_RECORD -> new Reach(nowhere(), nowhere(), viewer.residentId());
            case EMERGENCY ->
                new Reach(
                        both(viewer.scope(Right.LEDGER), viewer.scope(Right.EMERGENCY)),
                        viewer.scope(Right.CARE),
                        viewer.residentId());
            case VISIT, ISSUE, CARE, CORRECTION, OFFICIAL_REQUEST ->
                new Reach(viewer.scope(Right.LEDGER), viewer.scope(Right.CARE), viewer.residentId());
        };
    }

    /// Everywhere that somebody may be within reach.
    Scope all() {
        return both(whole, care);
    }

    boolean isNowhere() {
        return all().subtrees().isEmpty();
    }

    /// As what the viewer sees a resident there.
    static Role role(Viewer viewer, GridKey at) {
        return viewer.grants().stream()
                .filter(grant -> grant.within().holds(at) && mayLook(grant.role()))
                .map(Grant::role)
                .findFirst()
                .orElse(Role.RESIDENT);
    }

    /// As what the viewer seeks, when nobody was found.
    static Role anyRole(Viewer viewer) {
        return viewer.grants().stream()
                .map(Grant::role)
                .filter(Reach::mayLook)
                .findFirst()
                .orElse(Role.RESIDENT);
    }

    private static boolean mayLook(Role role) {
        return role.holds(Right.LEDGER) || role.holds(Right.CARE) || role.holds(Right.EMERGENCY);
    }

    private static Scope nowhere() {
        return new Scope(List.of());
    }

    private static Scope both(Scope one, Scope other) {
        return new Scope(Stream.concat(one.subtrees().stream(), other.subtrees().stream())
                .toList());
    }
}
