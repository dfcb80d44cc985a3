package org.wangge.organisation.agency;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on a contract.
record ContractPayload(
        @Nullable ServiceContract contract,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static ContractPayload refused(Refusal refusal) {
        return new ContractPayload(null, refusal, false, null);
    }
}
