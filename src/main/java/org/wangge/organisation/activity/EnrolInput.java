package org.wangge.organisation.activity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.organisation.volunteer.VolunteerId;

/// Who takes part in an activity: oneself, if nobody is named.
public record EnrolInput(
        UUID key, ActivityId activityId, @Nullable VolunteerId volunteerId) {}
