package org.wangge.issue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;

/// Which events of issues somebody listens to; what is null does not limit.
public record IssueEventFilter(
        @Nullable GridId within,
        @Nullable IssueId issueId,
        @Nullable List<Move> moves,
        @Nullable List<IssueDeadline.Kind> deadlines) {
    static final IssueEventFilter NONE = new IssueEventFilter(null, null, null, null);

    /// Time that runs out, and what follows from it.
    static final IssueEventFilter DEADLINES = new IssueEventFilter(
            null,
            null,
            List.of(Move.ESCALATE),
            List.of(IssueDeadline.Kind.DUE_SOON, IssueDeadline.Kind.BREACHED, IssueDeadline.Kind.OVERDUE));

    boolean lets(IssueNews news) {
        return (issueId == null || issueId.equals(news.issueId())) && isNamed(news);
    }

    /// Whoever names moves alone, or deadlines alone, listens to these alone.
    private boolean isNamed(IssueNews news) {
        return switch (news) {
            case IssueEvent event -> moves == null ? deadlines == null : moves.contains(event.move());
            case IssueDeadline deadline -> deadlines == null ? moves == null : deadlines.contains(deadline.kind());
            case IssueLeftScope left -> true;
        };
    }
}
