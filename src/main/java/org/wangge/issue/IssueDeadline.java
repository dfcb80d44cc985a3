package org.wangge.issue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.feed.Event;

/// A due point of an issue came near or passed, or its due times are others now. The issue did not
/// move: it is at the version it was.
public record IssueDeadline(IssueId issueId, Kind kind, int version, Instant at, String cursor) implements IssueNews {
    private static final Map<String, Kind> KINDS =
            Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::event, Function.identity()));

    /// What there is to say of a due point.
    public enum Kind {
        DUE_SOON,
        BREACHED,
        OVERDUE,
        CLOCKS_CHANGED;

        /// The type of the event that tells of it.
        public String event() {
            return "ISSUE_" + name();
        }
    }

    /// Null when the event is not about a due point.
    static @Nullable IssueDeadline of(Event event, String cursor) {
        var kind = KINDS.get(event.type());
        return kind == null
                ? null
                : new IssueDeadline(new IssueId(event.subject()), kind, event.subjectVersion(), event.at(), cursor);
    }
}
