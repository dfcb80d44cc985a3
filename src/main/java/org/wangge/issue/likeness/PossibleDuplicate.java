package org.wangge.issue.likeness;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.CategoryId;
import org.wangge.issue.Confidentiality;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueStatus;

/// An issue that may tell of the same matter, as far as somebody may know of it.
///
/// @param issue null when they may not read it
/// @param title null when they may not, and it is not public
/// @param similarity null when they may not, and it is not public: otherwise its text could be guessed
record PossibleDuplicate(
        @Nullable Issue issue,
        CategoryId categoryId,
        IssueStatus status,
        @Nullable String title,
        Instant reportedAt,
        Duration reportedAgo,
        @Nullable Integer distanceMetres,
        @Nullable Double similarity) {
    private static final int STEP = 10;
    private static final int COARSE_STEP = 50;

    static PossibleDuplicate of(Neighbour found, @Nullable Issue issue, Instant now) {
        var isOpen = issue != null || found.confidentiality() == Confidentiality.PUBLIC;
        return new PossibleDuplicate(
                issue,
                found.categoryId(),
                found.status(),
                isOpen ? found.title() : null,
                found.reportedAt(),
                Duration.ofMinutes(Duration.between(found.reportedAt(), now).toMinutes()),
                rounded(found.metres(), isOpen ? STEP : COARSE_STEP),
                isOpen ? Math.round(found.similarity() * 100) / 100.0 : null);
    }

    /// Whether its text is not told.
    boolean isClosed() {
        return title == null;
    }

    private static @Nullable Integer rounded(@Nullable Double metres, int step) {
        return metres == null ? null : Math.toIntExact(Math.round(metres / step) * step);
    }
}
