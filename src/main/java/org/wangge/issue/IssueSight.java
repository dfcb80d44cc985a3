package org.wangge.issue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.graphql.page.Conditions;
import org.wangge.grid.Scope;

/// Which issues somebody sees: staff all of them where they serve, everybody else who is signed in
/// the public ones; and each those they reported, those made on their behalf, and those that they or
/// their department have in hand. Every statement on issues takes one.
///
/// @param open whether public issues are seen wherever they are
public record IssueSight(
        Scope staff,
        boolean open,
        @Nullable String reporter,
        @Nullable UUID memberId,
        @Nullable UUID residentId) {
    private static final Set<Role> PUBLIC = EnumSet.of(Role.RESIDENT, Role.VOLUNTEER, Role.AGENCY_STAFF);

    public static IssueSight of(Viewer viewer) {
        var roles = viewer.roles();
        return roles.isEmpty()
                ? of(Scope.nowhere())
                : new IssueSight(
                        viewer.scope(Right.ISSUES),
                        PUBLIC.containsAll(roles),
                        viewer.actor(),
                        viewer.memberId(),
                        viewer.residentId());
    }

    /// What is told as it happens: staff, of where they serve; others, of what they see.
    static IssueSight listening(Viewer viewer) {
        var sight = of(viewer);
        return sight.isByGrid() ? of(sight.staff) : sight;
    }

    public static IssueSight of(Scope staff) {
        return new IssueSight(staff, false, null, null, null);
    }

    /// Whether the grid alone says what is told of issues as it happens.
    boolean isByGrid() {
        return !staff.subtrees().isEmpty();
    }

    /// Where there may be something to tell.
    Scope told(Scope area) {
        return isByGrid() || !open && memberId == null ? staff.and(area) : area;
    }

    /// Of `issue i`.
    public Conditions issues() {
        var alternatives = new ArrayList<Conditions>();
        alternatives.add(staff.limit("i.grid_key", "staff"));
        if (open) {
            alternatives.add(new Conditions().and("i.confidentiality = 'PUBLIC'"));
        }
        if (reporter != null) {
            alternatives.add(new Conditions().and("i.reporter = :reporter", "reporter", reporter));
        }
        if (memberId != null) {
            alternatives.add(new Conditions()
                    .and(
                            "i.hands <> '{}' and i.hands && (select array[id, department_id] from member where id = :leading)",
                            "leading",
                            memberId));
        }
        if (residentId != null) {
            alternatives.add(new Conditions().and("i.on_behalf_of = :resident", "resident", residentId));
        }
        return alternatives.size() == 1 ? alternatives.getFirst() : Conditions.anyOf(alternatives);
    }
}
