package org.wangge.organisation.activity;

import java.time.Instant;
import java.util.UUID;
import org.wangge.refusal.Problems;

/// When somebody went who did not check out, and how whoever holds the activity knows.
public record ConfirmCheckOutInput(
        UUID key, EnrolmentId enrolmentId, int expectedVersion, Instant at, int travelMinutes, String reason) {
    Problems problems() {
        return new Problems().text("reason", reason, 1, Problems.REMARK);
    }
}
