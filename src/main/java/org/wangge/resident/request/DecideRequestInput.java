package org.wangge.resident.request;

import java.util.UUID;
import org.wangge.refusal.Problems;

/// What is decided on a request, and what the resident is told.
public record DecideRequestInput(
        UUID key, RecordRequestId requestId, int expectedVersion, RequestDecision decision, String answer) {
    private static final int SHORTEST_ANSWER = 2;

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        new Problems().text("answer", answer, SHORTEST_ANSWER, Problems.REMARK).refuseIfAny();
    }
}
