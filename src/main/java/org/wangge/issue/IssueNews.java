package org.wangge.issue;

/// What a feed tells of an issue: a move it made, or a due point of it.
sealed interface IssueNews permits IssueEvent, IssueDeadline {
    IssueId issueId();
}
