package org.wangge.issue.reply;

import java.util.UUID;
import org.wangge.issue.IssueId;
import org.wangge.refusal.Problems;

/// Whose reporter somebody has to reach, and why.
record RevealReporterInput(UUID key, IssueId issueId, String note) {
    private static final int SHORTEST_NOTE = 5;

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        new Problems().text("note", note, SHORTEST_NOTE, Problems.REMARK).refuseIfAny();
    }
}
