package org.wangge.issue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.personnel.MemberId;

/// Which issues a list holds; what is null does not limit.
public record IssueFilter(
        @Nullable GridId within,
        @Nullable List<IssueStatus> status,
        @Nullable Boolean isOpen,
        @Nullable List<String> category,
        @Nullable List<Urgency> urgency,
        @Nullable List<IssueType> type,
        @Nullable List<IssueSource> source,
        @Nullable MemberId leadId,
        @Nullable InstantRange reportedAt,
        @Nullable String text,
        @Nullable Boolean isOverdue,
        @Nullable Instant dueBefore) {
    static final IssueFilter NONE =
            new IssueFilter(null, null, null, null, null, null, null, null, null, null, null, null);

    /// Whether it is the open issues of some place, whatever they are.
    boolean isOpenAlone() {
        return Boolean.TRUE.equals(isOpen)
                && equals(new IssueFilter(within, null, isOpen, null, null, null, null, null, null, null, null, null));
    }

    /// Half-open: from the first instant on, up to but without the second.
    public record InstantRange(
            @Nullable Instant from, @Nullable Instant to) {}
}
