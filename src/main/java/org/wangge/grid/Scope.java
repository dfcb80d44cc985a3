package org.wangge.grid;

import java.util.List;
import org.wangge.graphql.page.Conditions;

/// What a viewer may see: subtrees of the tree of grids, none inside another. Every list and every
/// lookup in SQL takes one; what lies outside is not found.
public record Scope(List<GridKey> subtrees) {
    private static final Scope EVERYWHERE = of(GridKey.WHOLE);
    private static final Scope NOWHERE = new Scope(List.of());

    public Scope {
        subtrees = subtrees.stream().distinct().sorted().toList();
        var whole = subtrees;
        subtrees = whole.stream()
                .filter(key -> whole.stream().noneMatch(other -> !other.equals(key) && other.holds(key)))
                .toList();
    }

    public static Scope everywhere() {
        return EVERYWHERE;
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

    /// The part of this scope that lies in the other.
    public Scope and(Scope other) {
        return new Scope(other.subtrees.stream()
                .flatMap(subtree -> within(subtree).subtrees.stream())
                .toList());
    }

    /// Nothing at all.
    public static Scope nowhere() {
        return NOWHERE;
    }

    /// Limits a statement to rows whose key column lies in this scope.
    public Conditions limit(String column) {
        return limit(column, "scope");
    }

    /// The same, where one statement knows several scopes: each has a name of its own.
    public Conditions limit(String column, String name) {
        var where = new Conditions();
        if (subtrees.contains(GridKey.WHOLE)) {
            return where;
        }
        if (subtrees.isEmpty()) {
            return where.and("false");
        }
        var low = name + "From";
        var high = name + "To";
        if (subtrees.size() == 1) {
            var only = subtrees.getFirst();
            return where.and(
                    column + " >= :" + low + " and " + column + " < :" + high, low, only.path(), high, only.end());
        }
        return where.and(
                "exists (select 1 from unnest(:" + low + ", :" + high + ") as scope (low, high) where " + column
                        + " >= scope.low and " + column + " < scope.high)",
                low,
                subtrees.stream().map(GridKey::path).toArray(String[]::new),
                high,
                subtrees.stream().map(GridKey::end).toArray(String[]::new));
    }
}
