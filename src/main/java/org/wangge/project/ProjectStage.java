package org.wangge.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A part of the work with its days (阶段), planned and as it came.
record ProjectStage(
        ProjectId projectId,
        int no,
        String title,
        LocalDate fromOn,
        LocalDate toOn,
        @Nullable LocalDate finishedOn,
        @Nullable String note) {
    public boolean isFinished() {
        return finishedOn != null;
    }
}
