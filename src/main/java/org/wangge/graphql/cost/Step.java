package org.wangge.graphql.cost;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A field that costs something, itself or by what is asked of it.
///
/// @param key under which it is told
/// @param weight of each of its items
/// @param size how many of these there will be
/// @param page how many items its parts have that are the page
record Step(String key, int weight, Size size, Size page, List<Condition> conditions, List<Step> parts) {
    /// What it will cost at most, as far as that can be told.
    long requested(Map<String, Object> variables, long pageAround) {
        if (!conditions.stream().allMatch(condition -> condition.holds(variables))) {
            return 0;
        }
        var pageHere = page.of(variables, pageAround);
        var each = weight + requested(parts, variables, pageHere);
        return Math.min(Size.MOST, size.of(variables, pageAround) * Math.min(Size.MOST, each));
    }

    static long requested(Collection<Step> steps, Map<String, Object> variables, long page) {
        return steps.stream().mapToLong(step -> step.requested(variables, page)).sum();
    }

    /// What it has cost, by what is told.
    long actual(Map<?, ?> parent) {
        return parent.containsKey(key) ? actualOf(parent.get(key)) : 0;
    }

    static long actual(Collection<Step> steps, Map<?, ?> parent) {
        return steps.stream().mapToLong(step -> step.actual(parent)).sum();
    }

    private long actualOf(@Nullable Object told) {
        return switch (told) {
            case List<?> items -> items.stream().mapToLong(this::actualOf).sum();
            case Map<?, ?> item -> weight + actual(parts, item);
            case null, default -> weight;
        };
    }
}
