package org.wangge.graphql;

import org.jspecify.annotations.Nullable;

/// What is known of a relation of one object without asking anybody: the other object, that there is none, or
/// nothing.
public final class Known<T> {
    private static final Known<?> NONE = new Known<>(null);
    private static final Known<?> NOTHING = new Known<>(null);

    private final @Nullable T object;

    private Known(@Nullable T object) {
        this.object = object;
    }

    /// @param object null when nothing is known
    public static <T> Known<T> of(@Nullable T object) {
        return object == null ? shared(NOTHING) : new Known<>(object);
    }

    /// It is known that there is none.
    public static <T> Known<T> none() {
        return shared(NONE);
    }

    public boolean isKnown() {
        return this != NOTHING;
    }

    /// Null when there is none, or nothing is known.
    public @Nullable T object() {
        return object;
    }

    @SuppressWarnings("unchecked")
    private static <T> Known<T> shared(Known<?> one) {
        return (Known<T>) one;
    }
}
