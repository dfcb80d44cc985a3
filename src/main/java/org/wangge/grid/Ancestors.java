package org.wangge.grid;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Gives each grid those found that stand above it, from the root down.
final class Ancestors {
    private Ancestors() {}

    static Map<Grid, List<Grid>> of(Collection<Grid> grids, Collection<Grid> found) {
        var byKey = found.stream().collect(Collectors.toMap(Grid::key, Function.identity()));
        Map<Grid, List<Grid>> ancestors = new HashMap<>();
        for (var grid : grids) {
            var above = grid.key().ancestors().stream()
                    .map(byKey::get)
                    .filter(Objects::nonNull)
                    .toList();
            ancestors.put(grid, above);
        }
        return ancestors;
    }
}
