package org.wangge.graphql.page;

import java.util.function.Supplier;

/// An item of a page; its cursor is made when asked for.
public record Edge<T>(T node, Supplier<String> seal) {
    public String cursor() {
        return seal.get();
    }
}
