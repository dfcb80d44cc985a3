package org.wangge.organisation.activity;

import java.util.List;

/// How much was done together in a grid and a time: settled activities, person-times (人次) and people (人).
record ActivityFigures(int activityCount, int personTimes, int people, int serviceMinutes, List<OfKind> byKind) {
    ActivityFigures {
        byKind = List.copyOf(byKind);
    }

    /// Of one kind.
    record OfKind(ActivityKind kind, int activityCount, int personTimes) {}
}
