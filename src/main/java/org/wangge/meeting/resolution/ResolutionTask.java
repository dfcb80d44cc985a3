package org.wangge.meeting.resolution;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.issue.IssueId;

/// Something to be done for a resolution.
///
/// @param issueId what it became when the resolution was put into effect; null for what becomes stages
/// @param doneAt when the project of its stages was accepted; null for what became an issue
public record ResolutionTask(
        ResolutionTaskId id,
        ResolutionId resolutionId,
        int position,
        String title,
        String description,
        String category,
        GridId gridId,
        TaskForm form,
        @Nullable IssueId issueId,
        @Nullable Instant doneAt) {
    public UUID uuid() {
        return id.value();
    }

    @Nullable
    UUID issueUuid() {
        return issueId == null ? null : issueId.value();
    }
}
