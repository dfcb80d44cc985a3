package org.wangge.notice.publicity;

import java.util.UUID;

/// What a draft says from now on, and to whom.
record ChangePolicyNoticeInput(
        UUID key, PolicyNoticeId noticeId, int expectedVersion, String title, String body, PolicyAudience audience) {
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        DraftPolicyNoticeInput.problems(title, body, audience).refuseIfAny();
    }
}
