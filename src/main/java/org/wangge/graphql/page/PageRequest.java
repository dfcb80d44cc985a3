package org.wangge.graphql.page;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// Which page of a list: `size` items after the cursor, or before it.
public record PageRequest(
        int size, boolean forward, @Nullable String cursor) {
    public static final int DEFAULT_SIZE = 20;
    public static final int MAX_SIZE = 100;

    /// @throws Fault INVALID_PAGE when both directions are asked for, or a size outside 1 to 100
    public static PageRequest of(
            @Nullable Integer first, @Nullable String after, @Nullable Integer last, @Nullable String before) {
        var backward = last != null || before != null;
        if (backward && (first != null || after != null)) {
            throw new Fault(FaultCode.INVALID_PAGE, MAX_SIZE);
        }
        return backward ? new PageRequest(sizeOf(last), false, before) : new PageRequest(sizeOf(first), true, after);
    }

    String cursorArgument() {
        return forward ? "after" : "before";
    }

    private static int sizeOf(@Nullable Integer wished) {
        var size = wished == null ? DEFAULT_SIZE : wished;
        if (size < 1 || size > MAX_SIZE) {
            throw new Fault(FaultCode.INVALID_PAGE, MAX_SIZE);
        }
        return size;
    }
}
