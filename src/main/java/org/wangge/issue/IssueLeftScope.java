package org.wangge.issue;

/// An issue went where the subscriber does not look, or may not: what is shown of it should go.
public record IssueLeftScope(IssueId issueId, String cursor) implements IssueNews {
    /// The type of the event that is told where the issue was.
    public static final String EVENT = "ISSUE_LEFT";
}
