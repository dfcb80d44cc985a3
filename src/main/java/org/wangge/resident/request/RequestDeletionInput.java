package org.wangge.resident.request;

import java.util.UUID;
import org.wangge.refusal.Problems;

/// That what is personal in one's own record be deleted.
public record RequestDeletionInput(UUID key, String reason) {
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        new Problems().text("reason", reason, 1, Problems.REMARK).refuseIfAny();
    }
}
