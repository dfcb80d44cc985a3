package org.wangge.organisation.agency;

import java.util.UUID;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// How a contract ends: completed, or terminated with a reason.
public record EndContractInput(
        UUID key, ServiceContractId contractId, int expectedVersion, ContractStatus status, String reason) {
    Problems problems() {
        return new Problems()
                .text("reason", reason, 1, Problems.REMARK)
                .check(status != ContractStatus.ACTIVE, "status", ProblemCode.NOT_ALLOWED, "COMPLETED, TERMINATED");
    }
}
