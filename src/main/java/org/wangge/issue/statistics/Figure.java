package org.wangge.issue.statistics;

/// What is counted: a number alone, or one out of another.
enum Figure {
    REPORTED,
    ACCEPTED,
    MOVED_AWAY,
    MOVED_HERE,
    SOLVED_IN_COUNCIL,
    /// Of the decided.
    VALID,
    /// Of the due: a handle point lies in the period.
    CLOSED,
    CLOSED_ON_TIME,
    OVERDUE,
    /// Of the dispatches: all that were not returned with right.
    WELL_DISPATCHED,
    /// Of the results submitted.
    REWORKED,
    /// Of the reported.
    MERGED,
    PROACTIVE,
    /// Of the closings.
    REOPENED,
    /// Of the closings that need all five kinds of evidence.
    FIVE_SEEN,
    /// Of those whose contact point lies in the period.
    CONTACTED_IN_TIME,
    /// Of those rated or called back.
    RESOLVED,
    /// Of those rated.
    SATISFIED,
    /// Of the residents.
    FRESH,
    /// Of the comprehensive grids.
    STAFFED,
    CLOSED_WITHOUT_REPLY,
    OVERDUE_UNREPLIED
}
