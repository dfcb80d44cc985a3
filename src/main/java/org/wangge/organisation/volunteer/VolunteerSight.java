package org.wangge.organisation.volunteer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.page.Conditions;
import org.wangge.grid.Scope;

/// Which volunteers somebody sees: those of the grids where they hold activities, and themself.
/// Every statement on volunteers takes one.
///
/// @param actor of an account; nobody's when it is null
public record VolunteerSight(
        Scope staff,
        @Nullable String actor,
        @Nullable UUID residentId,
        @Nullable UUID memberId) {
    public static VolunteerSight of(Viewer viewer) {
        return of(viewer.scope(Right.ORGANISE), viewer);
    }

    /// The viewer alone.
    public static VolunteerSight own(Viewer viewer) {
        return of(Scope.nowhere(), viewer);
    }

    /// Whoever has to do something first is nobody until then.
    private static VolunteerSight of(Scope staff, Viewer viewer) {
        return viewer.accountId() == null || viewer.restriction() != null
                ? new VolunteerSight(staff, null, null, null)
                : new VolunteerSight(staff, viewer.actor(), viewer.residentId(), viewer.memberId());
    }

    /// Of `volunteer v`.
    public Conditions volunteers() {
        return Conditions.anyOf(alternatives(staff.limit("v.grid_key", "staff")));
    }

    /// Of what belongs to `volunteer v` and lies in the grid with a key.
    public Conditions belongings(String key) {
        return Conditions.anyOf(alternatives(staff.limit(key, "staff")));
    }

    private List<Conditions> alternatives(Conditions where) {
        var alternatives = new ArrayList<>(List.of(where));
        if (actor != null) {
            alternatives.add(new Conditions().and("v.actor = :self", "self", actor));
        }
        if (residentId != null) {
            alternatives.add(new Conditions().and("v.resident_id = :selfResident", "selfResident", residentId));
        }
        if (memberId != null) {
            alternatives.add(new Conditions().and("v.member_id = :selfMember", "selfMember", memberId));
        }
        return alternatives;
    }
}
