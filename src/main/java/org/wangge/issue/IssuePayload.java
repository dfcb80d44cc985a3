package org.wangge.issue;

import org.jspecify.annotations.Nullable;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refusal;

/// How a command on an issue ended: the issue after it, or why it was refused.
public record IssuePayload(
        @Nullable Issue issue,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor,
        @Nullable String trackingCode) {
    static IssuePayload of(Reports.Receipt receipt, Outcome outcome) {
        return new IssuePayload(receipt.issue(), null, outcome.replayed(), outcome.cursor(), receipt.trackingCode());
    }

    static IssuePayload refused(Refusal refusal) {
        return new IssuePayload(null, refusal, false, null, null);
    }
}
