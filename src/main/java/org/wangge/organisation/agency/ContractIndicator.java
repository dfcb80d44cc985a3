package org.wangge.organisation.agency;

import org.jspecify.annotations.Nullable;

/// What a contract promises, as a number, and what came of it.
record ContractIndicator(
        ServiceContractId contractId,
        int no,
        String name,
        String unit,
        int target,
        @Nullable Integer actual) {
    public boolean isReached() {
        return actual != null && actual >= target;
    }
}
