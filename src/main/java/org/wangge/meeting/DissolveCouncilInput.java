package org.wangge.meeting;

import java.time.Instant;
import java.util.UUID;
import org.wangge.refusal.Problems;

/// Which council is no more, and why.
record DissolveCouncilInput(UUID key, CouncilId councilId, int expectedVersion, String reason) {
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        new Problems().text("reason", reason, 2, Problems.REMARK).refuseIfAny();
    }

    Council of(Council council, Instant at) {
        return new Council(
                council.id(),
                council.gridId(),
                council.gridKey(),
                council.name(),
                council.purpose(),
                council.rules(),
                council.foundedAt(),
                at,
                reason.strip(),
                council.version());
    }
}
