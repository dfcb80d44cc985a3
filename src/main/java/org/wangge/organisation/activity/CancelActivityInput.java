package org.wangge.organisation.activity;

import java.util.UUID;
import org.wangge.refusal.Problems;

/// Which activity does not take place, and why.
public record CancelActivityInput(UUID key, ActivityId activityId, int expectedVersion, String reason) {
    Problems problems() {
        return new Problems().text("reason", reason, 1, Problems.REMARK);
    }
}
