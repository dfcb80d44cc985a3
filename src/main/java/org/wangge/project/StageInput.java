package org.wangge.project;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.meeting.resolution.ResolutionTaskId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// A part of the work with its planned days, and the task of a resolution that it is for.
public record StageInput(
        String title,
        LocalDate fromOn,
        LocalDate toOn,
        @Nullable ResolutionTaskId taskId) {
    private static final int LONGEST_TITLE = 100;

    @Nullable
    UUID taskUuid() {
        return taskId == null ? null : taskId.value();
    }

    /// @param path of the stage, as `stages[0].`
    void note(Problems problems, String path) {
        problems.text(path + "title", title, 1, LONGEST_TITLE)
                .check(!toOn.isBefore(fromOn), path + "toOn", ProblemCode.NOT_IN_ORDER);
    }
}
