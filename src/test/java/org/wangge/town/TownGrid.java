package org.wangge.town;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.GlobalId;

/// A grid of the [Town]: a rectangle.
public record TownGrid(
        int number,
        String key,
        int depth,
        String code,
        String name,
        @Nullable TownGrid parent,
        double west,
        double south,
        double east,
        double north) {
    public UUID uuid() {
        return Town.uuid(1, number);
    }

    /// The id as the graph writes it.
    public String id() {
        return GlobalId.encode("grid", uuid());
    }

    void insertInto(Connection connection) throws SQLException {
        var ring = "((%1$s,%2$s),(%3$s,%2$s),(%3$s,%4$s),(%1$s,%4$s))".formatted(west, south, east, north);
        var boundary =
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]]}"
                        .formatted(west, south, east, north);
        try (var statement = connection.prepareStatement("""
                insert into grid (id, grid_key, level, code, name, parent_id, parent_level, parent_stem, area_class,
                                  area_m2, centre, boundary, effective_from)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'B', ?, ?::point, ?::jsonb, '2020-01-01')""")) {
            statement.setObject(1, uuid());
            statement.setString(2, key);
            statement.setInt(3, depth);
            statement.setString(4, code);
            statement.setString(5, name);
            statement.setObject(6, parent == null ? null : parent.uuid());
            statement.setObject(7, parent == null ? null : parent.depth);
            statement.setString(8, parent == null ? null : parent.stem());
            statement.setDouble(9, (east - west) * (north - south) * 1e10);
            statement.setString(10, "(%s,%s)".formatted((west + east) / 2, (south + north) / 2));
            statement.setString(11, boundary);
            statement.executeUpdate();
        }
        try (var statement = connection.prepareStatement("insert into grid_area values (?, 1, ?::polygon)")) {
            statement.setObject(1, uuid());
            statement.setString(2, ring);
            statement.executeUpdate();
        }
    }

    private String stem() {
        return depth == 1 ? code.substring(0, 9) : code;
    }
}
