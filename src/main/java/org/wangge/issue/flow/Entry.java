package org.wangge.issue.flow;

import org.jspecify.annotations.Nullable;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.Party;

/// A line that a move writes into the timeline; its number is the version it leads to.
record Entry(
        int seq,
        Move move,
        int round,
        Party as,
        IssueStatus from,
        IssueStatus to,
        @Nullable String note) {}
