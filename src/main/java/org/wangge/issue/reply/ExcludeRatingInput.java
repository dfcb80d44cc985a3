package org.wangge.issue.reply;

import java.util.UUID;
import org.wangge.issue.IssueId;
import org.wangge.refusal.Problems;

/// Which rating should not count, and why.
record ExcludeRatingInput(UUID key, IssueId issueId, int round, int expectedVersion, String reason) {
    private static final int SHORTEST_REASON = 5;

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        new Problems().text("reason", reason, SHORTEST_REASON, Problems.REMARK).refuseIfAny();
    }
}
