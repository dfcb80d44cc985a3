package org.wangge.issue.flow;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row that was written of a case.
public record Written(Map<String, @Nullable Object> cells) {
    public static List<Written> rows(Connection connection, String query) {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            var rows = new ArrayList<Written>();
            while (found.next()) {
                var cells = new HashMap<String, @Nullable Object>();
                for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    cells.put(found.getMetaData().getColumnName(i), found.getObject(i));
                }
                rows.add(new Written(cells));
            }
            return rows;
        } catch (SQLException broken) {
            throw new IllegalStateException(query, broken);
        }
    }

    public static void write(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }

    public boolean has(String column) {
        return cells.get(column) != null;
    }

    public String text(String column) {
        return Objects.requireNonNull(maybe(column), column);
    }

    public @Nullable String maybe(String column) {
        var cell = cells.get(column);
        return cell == null ? null : cell.toString();
    }

    public UUID uuid(String column) {
        return UUID.fromString(text(column));
    }

    public int number(String column) {
        return Integer.parseInt(text(column));
    }

    public boolean is(String column) {
        return Boolean.TRUE.equals(cells.get(column));
    }

    public Instant at(String column) {
        return ((Timestamp) Objects.requireNonNull(cells.get(column), column)).toInstant();
    }

    LocalDate day(String column) {
        return LocalDate.parse(text(column));
    }

    <E extends Enum<E>> E one(String column, Class<E> of) {
        return Enum.valueOf(of, text(column));
    }

    <E extends Enum<E>> @Nullable E maybe(String column, Class<E> of) {
        var name = maybe(column);
        return name == null ? null : Enum.valueOf(of, name);
    }
}
