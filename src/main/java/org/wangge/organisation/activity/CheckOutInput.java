package org.wangge.organisation.activity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who went, and when: now, if nothing is said.
///
/// @param travelMinutes how much of the time was spent on the way
/// @param code of the activity, given by whoever checks out by themself
public record CheckOutInput(
        UUID key,
        EnrolmentId enrolmentId,
        int expectedVersion,
        @Nullable String code,
        @Nullable Instant at,
        int travelMinutes) {}
