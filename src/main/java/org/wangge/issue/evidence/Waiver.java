package org.wangge.issue.evidence;

import java.time.Instant;
import org.wangge.issue.IssueId;

/// One kind that was done without in one round (免见), and why.
public record Waiver(IssueId issueId, int round, EvidenceKind kind, String reason, Instant at) {}
