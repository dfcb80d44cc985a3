package org.wangge.graphql;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads columns of a row that are never null, and enums.
public final class Rows {
    private Rows() {}

    public static <T> T get(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    public static String text(Readable row, String column) {
        return get(row, column, String.class);
    }

    public static int number(Readable row, String column) {
        return get(row, column, Integer.class);
    }

    public static UUID uuid(Readable row, String column) {
        return get(row, column, UUID.class);
    }

    public static <E extends Enum<E>> E constant(Readable row, String column, Class<E> type) {
        return Enum.valueOf(type, text(row, column));
    }

    /// The value made something of, or null.
    public static <T, R> @Nullable R mapped(
            Readable row, String column, Class<T> type, Function<? super T, ? extends R> map) {
        var value = row.get(column, type);
        return value == null ? null : map.apply(value);
    }
}
