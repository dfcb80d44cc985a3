package org.wangge.organisation.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Conditions;
import org.wangge.organisation.volunteer.VolunteerId;

/// Which enrolments a list holds; what is null does not limit.
public record EnrolmentFilter(
        @Nullable ActivityId activityId,
        @Nullable VolunteerId volunteerId,
        @Nullable List<EnrolmentStatus> status) {
    static final EnrolmentFilter NONE = new EnrolmentFilter(null, null, null);

    Conditions limit(Conditions where) {
        if (activityId != null) {
            where.and("e.activity_id = :activity", "activity", activityId.value());
        }
        if (volunteerId != null) {
            where.and("e.volunteer_id = :volunteer", "volunteer", volunteerId.value());
        }
        return status == null ? where : where.and("e.status = any(:statuses)", "statuses", Batch.names(status));
    }
}
