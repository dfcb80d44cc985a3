package org.wangge.refusal;

import java.util.Collection;
import java.util.List;

/// Names of the contract within a message (`REPORTED`), told in the words of the language there: what
/// they are names of (`status`) says which.
public record Term(String kind, List<String> names) {
    public Term {
        names = List.copyOf(names);
    }

    static Term of(String kind, String name) {
        return new Term(kind, List.of(name));
    }

    static Term all(String kind, Collection<String> names) {
        return new Term(kind, List.copyOf(names));
    }
}
