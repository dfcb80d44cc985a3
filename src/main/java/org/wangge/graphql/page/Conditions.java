package org.wangge.graphql.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/// The `where` of a statement: constant fragments from a closed set, and the values of their
/// parameters. Nothing a caller sends is ever part of the text.
public final class Conditions {
    private static final String WHERE = "\nwhere ";

    private final StringJoiner text = new StringJoiner("\n  and ", WHERE, "").setEmptyValue("");
    private final Map<String, Object> values = new LinkedHashMap<>();

    public Conditions and(String fragment) {
        text.add(fragment);
        return this;
    }

    public Conditions and(String fragment, String name, Object value) {
        values.put(name, value);
        return and(fragment);
    }

    public Conditions and(String fragment, String name, Object value, String otherName, Object otherValue) {
        values.put(otherName, otherValue);
        return and(fragment, name, value);
    }

    /// A fragment in whose text stand other conditions, with their values.
    public Conditions and(String fragment, Conditions inner) {
        values.putAll(inner.values);
        return and(fragment);
    }

    /// All that the others say, too.
    public Conditions and(Conditions others) {
        values.putAll(others.values);
        return others.isEmpty() ? this : and(others.sql().substring(WHERE.length()));
    }

    /// One of the alternatives holds; no condition at all when one of them is none.
    public static Conditions anyOf(List<Conditions> alternatives) {
        var any = new Conditions();
        if (alternatives.stream().anyMatch(Conditions::isEmpty)) {
            return any;
        }
        var text = new StringJoiner("\n    or ", "(", ")");
        for (var alternative : alternatives) {
            text.add(alternative.sql().substring(WHERE.length()));
            any.values.putAll(alternative.values);
        }
        return any.and(alternatives.isEmpty() ? "false" : text.toString());
    }

    public boolean isEmpty() {
        return text.length() == 0;
    }

    /// The clause with its `where`, empty when there are no conditions.
    public String sql() {
        return text.toString();
    }

    public GenericExecuteSpec bind(GenericExecuteSpec statement) {
        var bound = statement;
        for (var value : values.entrySet()) {
            bound = bound.bind(value.getKey(), value.getValue());
        }
        return bound;
    }

    Conditions copy() {
        var copy = new Conditions();
        if (!isEmpty()) {
            copy.text.add(sql().substring(WHERE.length()));
        }
        copy.values.putAll(values);
        return copy;
    }

    /// What tells two filters apart.
    String fingerprint() {
        var print = new StringBuilder(sql());
        values.forEach(
                (name, value) -> print.append('|').append(name).append('=').append(plain(value)));
        return print.toString();
    }

    private static String plain(Object value) {
        return value instanceof Object[] many ? Arrays.toString(many) : value.toString();
    }
}
