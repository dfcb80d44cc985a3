package org.wangge.notice.publicity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.page.Conditions;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;

/// Which notices somebody sees: whoever publishes all of those of their grids; staff those that were
/// published there or above; everybody those that were addressed to them. Every statement on notices
/// takes one.
///
/// @param people the resident or the member that the viewer is
record PublicitySight(Scope own, Scope staff, List<UUID> people) {
    PublicitySight {
        people = List.copyOf(people);
    }

    /// Whoever has to do something first is nobody until then.
    static PublicitySight of(Viewer viewer) {
        return new PublicitySight(
                viewer.scope(Right.PUBLICITY),
                viewer.scope(Right.STATISTICS),
                viewer.restriction() == null ? people(viewer) : List.of());
    }

    /// Of whoever publishes there, alone.
    static PublicitySight publishing(Viewer viewer) {
        return new PublicitySight(viewer.require(Right.PUBLICITY).scope(Right.PUBLICITY), Scope.nowhere(), List.of());
    }

    /// Of `policy_notice n`.
    Conditions notices() {
        var alternatives = new ArrayList<>(List.of(own.limit("n.grid_key", "own")));
        if (!staff.subtrees().isEmpty()) {
            alternatives.add(new Conditions().and("n.status <> 'DRAFT'").and(staff.limit("n.grid_key", "staff")));
            alternatives.add(
                    new Conditions().and("n.status <> 'DRAFT'").and("n.grid_key = any(:above)", "above", above()));
        }
        if (!people.isEmpty()) {
            alternatives.add(own("true"));
        }
        return Conditions.anyOf(alternatives);
    }

    /// Those notices `n` that are addressed to the viewer as `policy_addressee a`, where something holds.
    Conditions own(String holds) {
        return addressed("n.id in", holds);
    }

    Conditions notOwn(String holds) {
        return addressed("n.id not in", holds);
    }

    UUID[] self() {
        return people.toArray(UUID[]::new);
    }

    private static List<UUID> people(Viewer viewer) {
        return Stream.of(viewer.residentId(), viewer.memberId())
                .filter(Objects::nonNull)
                .toList();
    }

    private Conditions addressed(String in, String holds) {
        return new Conditions()
                .and(
                        in + " (select a.notice_id from policy_addressee a where a.person = any(:self) and " + holds
                                + ")",
                        "self",
                        self());
    }

    private String[] above() {
        return staff.subtrees().stream()
                .flatMap(subtree -> subtree.ancestors().stream())
                .distinct()
                .map(GridKey::path)
                .toArray(String[]::new);
    }
}
