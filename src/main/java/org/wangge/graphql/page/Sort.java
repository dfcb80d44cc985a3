package org.wangge.graphql.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/// An order of a list of `T`: a column without nulls, then the id. `value` gives that column of a row.
public record Sort<T>(String column, Kind kind, Function<T, Object> value, Direction direction) {
    /// How a cursor writes the value of the column.
    public enum Kind {
        INSTANT,
        DAY,
        TEXT,
        INTEGER;

        Object read(String text) {
            return switch (this) {
                case INSTANT -> Instant.parse(text);
                case DAY -> LocalDate.parse(text);
                case TEXT -> text;
                case INTEGER -> Integer.valueOf(text);
            };
        }
    }
}
