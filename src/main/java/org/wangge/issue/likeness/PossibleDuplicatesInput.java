package org.wangge.issue.likeness;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.PointInput;
import org.wangge.issue.IssueId;

/// What somebody is about to report.
record PossibleDuplicatesInput(
        String category,
        @Nullable PointInput point,
        @Nullable GridId gridId,
        @Nullable String title,
        @Nullable String description,
        @Nullable Instant occurredAt,
        @Nullable IssueId excludeId) {
    Matter at(@Nullable GridKey key, Instant now) {
        var text = Stream.of(title, description)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining("\n"));
        return new Matter(
                category,
                point == null ? null : point.point(),
                key,
                text,
                occurredAt == null ? now : occurredAt,
                excludeId);
    }
}
