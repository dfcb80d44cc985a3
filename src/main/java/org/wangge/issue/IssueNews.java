package org.wangge.issue;

import org.jspecify.annotations.Nullable;
import org.wangge.feed.Event;

/// What a feed tells of an issue: a move it made, a due point of it, or that it went out of sight.
public sealed interface IssueNews permits IssueEvent, IssueDeadline, IssueLeftScope {
    IssueId issueId();

    /// Null when the event is not about an issue.
    static @Nullable IssueNews of(Event event, String cursor) {
        if (event.type().equals(IssueLeftScope.EVENT)) {
            return new IssueLeftScope(new IssueId(event.subject()), cursor);
        }
        var move = IssueEvent.of(event, cursor);
        return move == null ? IssueDeadline.of(event, cursor) : move;
    }
}
