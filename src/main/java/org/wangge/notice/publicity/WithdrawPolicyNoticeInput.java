package org.wangge.notice.publicity;

import java.util.UUID;
import org.wangge.refusal.Problems;

/// Which notice holds no more, and why.
record WithdrawPolicyNoticeInput(UUID key, PolicyNoticeId noticeId, int expectedVersion, String reason) {
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        new Problems().text("reason", reason, 1, Problems.REMARK).refuseIfAny();
    }
}
