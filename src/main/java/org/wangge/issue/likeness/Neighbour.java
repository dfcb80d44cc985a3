package org.wangge.issue.likeness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.CategoryId;
import org.wangge.issue.Confidentiality;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueStatus;

/// An open issue around a matter.
///
/// @param metres null where one of the two has no point: then they lie in the same grid
/// @param isNear whether it is of the same category and within its radius, whatever its text
record Neighbour(
        IssueId id,
        CategoryId categoryId,
        IssueStatus status,
        Confidentiality confidentiality,
        String title,
        Instant reportedAt,
        @Nullable Double metres,
        double similarity,
        boolean isNear) {}
