package org.wangge.issue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.feed.Event;

/// A move of an issue as the feed tells it: ids and public facts; the issue itself is read again
/// with the rights of whoever listens.
public record IssueEvent(IssueId issueId, Move move, int version, Instant at, String cursor) implements IssueNews {
    private static final Map<String, Move> MOVES =
            Arrays.stream(Move.values()).collect(Collectors.toMap(Move::event, Function.identity()));

    /// Null when the event is not about an issue.
    static @Nullable IssueEvent of(Event event, String cursor) {
        var move = MOVES.get(event.type());
        return move == null
                ? null
                : new IssueEvent(new IssueId(event.subject()), move, event.subjectVersion(), event.at(), cursor);
    }
}
