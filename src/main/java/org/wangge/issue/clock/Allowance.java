package org.wangge.issue.clock;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// How long a point may take, and the working time of the place where that is counted.
record Allowance(Policy policy, OfficeHours office) {
    /// When a clock is due that starts now.
    Instant dueAt(Instant now) {
        return policy.time(office).plus(now, policy.length(office));
    }

    /// When the thresholds of that clock are reached.
    Map<Threshold, Instant> alarms(Instant now) {
        return Alarm.times(new Course(policy.time(office), now, List.of()), dueAt(now), office);
    }
}
