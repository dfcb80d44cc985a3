package org.wangge.local.street.life;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.Party;

/// A line of a timeline: who moved the case, as whom, when, and what they wrote beside it.
record Step(
        int seq,
        Move move,
        int round,
        Party as,
        @Nullable IssueStatus from,
        IssueStatus to,
        String actor,
        Instant at,
        @Nullable String note) {
    Step byItself(String words) {
        return new Step(seq, move, round, Party.TIMER, from, to, "timer", at, words);
    }
}
