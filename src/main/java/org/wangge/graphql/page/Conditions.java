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
    private boolean isPlannedOnce;

    /// One plan fits a list of this shape whatever is asked for. Other lists are planned for the values of
    /// each request, which costs PostgreSQL a quarter of a millisecond.
    public Conditions plannedOnce() {
        isPlannedOnce = true;
        return this;
    }

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
        copy.isPlannedOnce = isPlannedOnce;
        return copy;
    }

    /// Left to itself PostgreSQL keeps one plan of a prepared statement when that seems no dearer than those
    /// for the values. But of a range that it does not know it expects a half per cent of the table, where
    /// it may be all of it: such plans took up to 130 ms instead of 0.5. What is never counted here makes
    /// one plan for all values look dear.
    Conditions planned() {
        return isPlannedOnce || isEmpty()
                ? this
                : copy().and(
                                "(:planned or (select count(*) from generate_series(1, 1000000000)) > 0)",
                                "planned",
                                true);
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
