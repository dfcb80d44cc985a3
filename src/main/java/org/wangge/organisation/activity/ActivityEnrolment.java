package org.wangge.organisation.activity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;
import org.wangge.grid.GridKey;
import org.wangge.organisation.volunteer.VolunteerId;

/// A volunteer in an activity (报名), from the waiting list to what was credited.
///
/// @param travelMinutes how much of the attendance was spent on the way: it is no service
/// @param confirmReason why the check-out was confirmed by whoever holds the activity
public record ActivityEnrolment(
        EnrolmentId id,
        ActivityId activityId,
        VolunteerId volunteerId,
        GridKey gridKey,
        EnrolmentStatus status,
        Instant enrolledAt,
        @Nullable Instant checkedInAt,
        @Nullable Instant checkedOutAt,
        int travelMinutes,
        @Nullable String confirmReason,
        @Nullable Integer creditedMinutes,
        int version)
        implements Node {
    public UUID uuid() {
        return id.value();
    }

    public boolean isConfirmed() {
        return confirmReason != null;
    }
}
