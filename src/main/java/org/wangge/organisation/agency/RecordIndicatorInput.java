package org.wangge.organisation.agency;

import java.util.UUID;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// What has come of a promise so far.
public record RecordIndicatorInput(
        UUID key, ServiceContractId contractId, int expectedVersion, int indicatorNo, int actual) {
    Problems problems() {
        return new Problems().check(actual >= 0, "actual", ProblemCode.OUT_OF_RANGE, 0, Integer.MAX_VALUE);
    }
}
