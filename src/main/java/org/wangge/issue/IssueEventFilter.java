package org.wangge.issue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;

/// Which events of issues somebody listens to; what is null does not limit.
public record IssueEventFilter(
        @Nullable GridId within,
        @Nullable IssueId issueId,
        @Nullable List<Move> moves) {
    static final IssueEventFilter NONE = new IssueEventFilter(null, null, null);

    boolean lets(IssueEvent event) {
        return (issueId == null || issueId.equals(event.issueId())) && (moves == null || moves.contains(event.move()));
    }
}
