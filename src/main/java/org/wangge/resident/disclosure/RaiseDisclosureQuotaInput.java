package org.wangge.resident.disclosure;

import java.util.UUID;
import org.wangge.graphql.GlobalId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// Who may look how many times more, and why.
public record RaiseDisclosureQuotaInput(UUID key, String accountId, int extra, String reason) {
    private static final int MOST = 100;

    UUID account() {
        return GlobalId.decode("account", accountId);
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        RevealResidentInput.note(new Problems(), "reason", reason)
                .check(extra >= 1 && extra <= MOST, "extra", ProblemCode.OUT_OF_RANGE, 1, MOST)
                .refuseIfAny();
    }
}
