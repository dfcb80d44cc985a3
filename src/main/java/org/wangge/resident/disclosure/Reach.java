package org.wangge.resident.disclosure;

import java.util.stream.Stream;
import org.wangge.access.Grant;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.resident.DisclosurePurpose;
import org.wangge.resident.LedgerSight;

/// Whose personal values somebody may see for a purpose, and as what: those whom they see masked,
/// and in an emergency also those of their subdistrict.
final class Reach {
    private Reach() {}

    static LedgerSight of(Viewer viewer, DisclosurePurpose purpose) {
        var sight = LedgerSight.of(viewer);
        return switch (purpose) {
            case OWN_RECORD -> new LedgerSight(Scope.nowhere(), Scope.nowhere(), sight.self());
            case EMERGENCY ->
                new LedgerSight(both(sight.ledger(), viewer.scope(Right.EMERGENCY)), sight.care(), sight.self());
            case VISIT, ISSUE, CARE, CORRECTION, OFFICIAL_REQUEST, VOLUNTEERING -> sight;
        };
    }

    static boolean isNowhere(LedgerSight sight) {
        return sight.ledger().subtrees().isEmpty() && sight.care().subtrees().isEmpty();
    }

    /// As what the viewer sees a resident there.
    static Role role(Viewer viewer, GridKey at) {
        return viewer.grants().stream()
                .filter(grant -> grant.within().holds(at))
                .map(Grant::role)
                .filter(Reach::reads)
                .findFirst()
                .orElse(Role.RESIDENT);
    }

    /// As what the viewer seeks, when nobody was found.
    static Role anyRole(Viewer viewer) {
        return viewer.grants().stream()
                .map(Grant::role)
                .filter(Reach::reads)
                .findFirst()
                .orElse(Role.RESIDENT);
    }

    static boolean reads(Role role) {
        return role.holds(Right.LEDGER) || role.holds(Right.CARE) || role.holds(Right.EMERGENCY);
    }

    private static Scope both(Scope one, Scope other) {
        return new Scope(Stream.concat(one.subtrees().stream(), other.subtrees().stream())
                .toList());
    }
}
