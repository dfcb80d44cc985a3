package org.wangge.project.ballot;

/// Where a ballot stands; void when fewer than half of the representatives voted.
public enum BallotStatus {
    OPEN,
    CLOSED,
    VOID
}
