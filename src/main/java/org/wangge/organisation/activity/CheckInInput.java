package org.wangge.organisation.activity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who came, and when: now, if nothing is said.
///
/// @param code of the activity, given by whoever checks in by themself
public record CheckInInput(
        UUID key,
        EnrolmentId enrolmentId,
        int expectedVersion,
        @Nullable String code,
        @Nullable Instant at) {}
