package org.wangge.grid;

import java.util.List;
import org.wangge.graphql.page.Conditions;

/// What a viewer may see: subtrees of the tree of grids, none inside another. Every list and every
/// lookup in SQL takes one; what lies outside is not found.
public record Scope(List<GridKey> subtrees) {
    public Scope {
        subtrees = subtrees.stream().distinct().sorted().toList();
        var whole = subtrees;
        subtrees = whole.stream()
                .filter(key -> whole.stream().noneMatch(other -> !other.equals(key) && other.holds(key)))
                .toList();
    }

    public static Scope everywhere() {
        return new Scope(List.of(GridKey.WHOLE));
    }

    public static Scope of(GridKey subtree) {
        return new Scope(List.of(subtree));
    }

    public boolean holds(GridKey key) {
        return subtrees.stream().anyMatch(subtree -> subtree.holds(key));
    }

    /// The part of this scope that lies in the subtree; empty when they do not meet.
    public Scope within(GridKey subtree) {
        if (holds(subtree)) {
            return of(subtree);
        }
        return new Scope(subtrees.stream().filter(subtree::holds).toList());
    }

    /// Limits a statement to rows whose key column lies in this scope.
    public Conditions limit(Conditions where, String column) {
        if (subtrees.contains(GridKey.WHOLE)) {
            return where;
        }
        if (subtrees.size() == 1) {
            var only = subtrees.getFirst();
            return where.and(
                    column + " >= :scopeFrom and " + column + " < :scopeTo",
                    "scopeFrom",
                    only.path(),
                    "scopeTo",
                    only.end());
        }
        return where.and(
                "exists (select 1 from unnest(:scopeFrom, :scopeTo) as scope (low, high)" + " where " + column
                        + " >= scope.low and " + column + " < scope.high)",
                "scopeFrom",
                subtrees.stream().map(GridKey::path).toArray(String[]::new),
                "scopeTo",
                subtrees.stream().map(GridKey::end).toArray(String[]::new));
    }

    public Conditions limit(String column) {
        return limit(new Conditions(), column);
    }
}
