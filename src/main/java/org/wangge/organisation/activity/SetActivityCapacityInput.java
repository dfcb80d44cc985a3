package org.wangge.organisation.activity;

import java.util.UUID;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// How many can take part from now on.
public record SetActivityCapacityInput(UUID key, ActivityId activityId, int expectedVersion, int capacity) {
    /// Nobody who has a place loses it.
    Problems problemsWith(Activity activity) {
        return HoldActivityInput.capacity(capacity, new Problems())
                .check(
                        capacity >= activity.takenCount(),
                        "capacity",
                        ProblemCode.OUT_OF_RANGE,
                        activity.takenCount(),
                        HoldActivityInput.MOST_PEOPLE);
    }
}
