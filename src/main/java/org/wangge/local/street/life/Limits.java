package org.wangge.local.street.life;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.clock.DuePoint;
import org.wangge.issue.clock.WorkingTime;
import org.wangge.local.street.seed.History;

/// How long each due point may take: by the policies that the migrations have inserted, in the
/// calendar of the country.
public final class Limits {
    private static final LocalDate A_DAY = LocalDate.of(2026, 3, 2);

    private final List<Policy> policies;
    private final Map<String, Policy> found = new HashMap<>();
    private final WorkingTime working;
    private final Duration day;

    public Limits(List<Policy> policies, WorkingTime working) {
        this.policies = List.copyOf(policies);
        this.working = working;
        this.day = working.between(History.startOf(A_DAY), History.startOf(A_DAY.plusDays(1)));
    }

    /// A row of `sla_policy`; what is null holds for all.
    public record Policy(
            UUID id,
            @Nullable String type,
            @Nullable String urgency,
            String point,
            boolean isWorking,
            int days,
            int minutes) {
        private boolean fits(String ofType, String ofUrgency, String ofPoint) {
            return point.equals(ofPoint)
                    && (type == null || type.equals(ofType))
                    && (urgency == null || urgency.equals(ofUrgency));
        }
    }

    /// The one that says more: of the type before that of the urgency.
    Policy of(String type, String urgency, DuePoint point) {
        return found.computeIfAbsent(
                type + urgency + point,
                key -> policies.stream()
                        .filter(policy -> policy.fits(type, urgency, point.name()))
                        .min(Comparator.comparing((Policy policy) -> Objects.requireNonNullElse(policy.type(), "~")))
                        .orElseThrow());
    }

    Duration length(Policy policy) {
        var aDay = policy.isWorking() ? day : Duration.ofDays(1);
        return aDay.multipliedBy(policy.days()).plusMinutes(policy.minutes());
    }

    Duration day() {
        return day;
    }

    Instant plus(boolean isWorking, Instant from, Duration counted) {
        return isWorking ? working.plus(from, counted) : from.plus(counted);
    }

    Duration between(boolean isWorking, Instant from, Instant to) {
        return !to.isAfter(from) ? Duration.ZERO : isWorking ? working.between(from, to) : Duration.between(from, to);
    }
}
