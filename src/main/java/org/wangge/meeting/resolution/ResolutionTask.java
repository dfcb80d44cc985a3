package org.wangge.meeting.resolution;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.issue.IssueId;

/// Something to be done for a resolution.
///
/// @param issueId what it became when the resolution was put into effect
record ResolutionTask(
        ResolutionId resolutionId,
        int position,
        String title,
        String description,
        String category,
        GridId gridId,
        @Nullable IssueId issueId) {
    @Nullable
    UUID issueUuid() {
        return issueId == null ? null : issueId.value();
    }
}
