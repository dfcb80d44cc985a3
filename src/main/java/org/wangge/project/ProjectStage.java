package org.wangge.project;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.meeting.resolution.ResolutionTaskId;

/// A part of the work with its days (阶段), planned and as it came.
///
/// @param taskId the task of a resolution that it is for, if any
record ProjectStage(
        ProjectId projectId,
        int no,
        String title,
        LocalDate fromOn,
        LocalDate toOn,
        @Nullable LocalDate finishedOn,
        @Nullable String note,
        @Nullable ResolutionTaskId taskId) {
    public boolean isFinished() {
        return finishedOn != null;
    }

    @Nullable
    UUID taskUuid() {
        return taskId == null ? null : taskId.value();
    }
}
