package org.wangge.grid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// All grids as they were read at one moment.
final class Forest {
    private static final Comparator<Grid> BY_CODE = Comparator.comparing(Grid::code);

    private final Map<UUID, Grid> byId = new HashMap<>();
    private final Map<String, Grid> byCode = new HashMap<>();
    private final Map<GridKey, Grid> byKey = new HashMap<>();
    private final Map<GridLevel, NavigableMap<String, Grid>> byLevel = new EnumMap<>(GridLevel.class);

    Forest(List<Grid> grids) {
        for (var grid : grids) {
            byId.put(grid.id().value(), grid);
            byCode.put(grid.code(), grid);
            byKey.put(grid.key(), grid);
            byLevel.computeIfAbsent(grid.level(), level -> new TreeMap<>())
                    .put(grid.key().path(), grid);
        }
    }

    @Nullable
    Grid find(GridId id) {
        return byId.get(id.value());
    }

    @Nullable
    Grid find(String code) {
        return byCode.get(code);
    }

    /// Null when one of them is not known.
    @Nullable
    List<Grid> all(Collection<UUID> ids) {
        return all(ids, byId::get);
    }

    /// Null when at one of the keys no grid is known.
    @Nullable
    List<Grid> allAt(Collection<GridKey> keys) {
        return all(keys, byKey::get);
    }

    /// Those of a level below a key that exist on the day, in the order of their codes.
    List<Grid> below(GridKey key, GridLevel level, LocalDate on) {
        return byLevel
                .getOrDefault(level, new TreeMap<>())
                .subMap(key.path(), false, key.end(), false)
                .values()
                .stream()
                .filter(grid -> grid.existsOn(on))
                .sorted(BY_CODE)
                .toList();
    }

    private static <K> @Nullable List<Grid> all(Collection<K> keys, Function<K, @Nullable Grid> known) {
        var found = new ArrayList<Grid>(keys.size());
        for (var key : new LinkedHashSet<>(keys)) {
            var grid = known.apply(key);
            if (grid == null) {
                return null;
            }
            found.add(grid);
        }
        return found;
    }
}
