package org.wangge.graphql;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads columns of a row as what they are, and binds what may be null.
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

    /// A value to bind that may be null.
    public static <T> Parameter orNull(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }
}
