package org.wangge.issue.reply;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rating as one viewer sees it (满意度评价): what was said beside the score is for the staff and for
/// whoever said it.
record RatingSight(
        int round,
        int score,
        boolean isResolved,
        List<RatingReason> reasons,
        @Nullable String comment,
        RatingVia via,
        Instant at,
        boolean isExcluded,
        @Nullable String exclusionReason) {
    static RatingSight of(Rating rating, boolean isTold) {
        var exclusion = rating.exclusion();
        return new RatingSight(
                rating.round(),
                rating.score(),
                rating.isResolved(),
                rating.reasons(),
                isTold ? rating.comment() : null,
                rating.via(),
                rating.at(),
                exclusion != null,
                isTold && exclusion != null ? exclusion.reason() : null);
    }
}
