package org.wangge.graphql;

import java.util.Set;

/// Fields served by code whose value does not depend on who asks, or on their grants alone. Each
/// capability gives its own. Values of records need not be named; all other fields count as personal.
///
/// @param names as `Type.field`
public record SharedFields(Set<String> names) {
    public SharedFields {
        names = Set.copyOf(names);
    }

    public static SharedFields of(String... names) {
        return new SharedFields(Set.of(names));
    }
}
