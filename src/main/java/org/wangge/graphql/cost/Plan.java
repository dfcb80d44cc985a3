package org.wangge.graphql.cost;

import java.util.List;
import java.util.Map;

/// What an operation costs, but for what its variables say.
///
/// @param isCommand whether what is told says little of what was done
record Plan(boolean isCommand, List<Step> steps) {
    /// Nothing is free.
    private static final int BEGINNING = 1;

    long requested(Map<String, Object> variables) {
        return Math.min(Size.MOST, BEGINNING + Step.requested(steps, variables, 1));
    }

    /// Of one event of a subscription.
    long requestedByEvent(Map<String, Object> variables) {
        return steps.stream()
                .mapToLong(step -> Step.requested(step.parts(), variables, 1))
                .sum();
    }

    /// What it has cost, by what is told; a command all that was requested.
    long actual(Map<?, ?> data, long requested) {
        return isCommand ? requested : BEGINNING + Step.actual(steps, data);
    }
}
