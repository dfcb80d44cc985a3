package org.wangge.issue.evidence;

import java.util.UUID;
import org.wangge.issue.IssueId;

/// One round of one issue.
record IssueRound(UUID issue, int round) {
    static IssueRound of(IssueId id, int round) {
        return new IssueRound(id.value(), round);
    }
}
