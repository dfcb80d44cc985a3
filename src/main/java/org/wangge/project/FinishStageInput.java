package org.wangge.project;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.wangge.file.AttachmentId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// Which stage is done, since when, and pictures that show it.
public record FinishStageInput(
        UUID key,
        ProjectId projectId,
        int expectedVersion,
        int stageNo,
        LocalDate finishedOn,
        String note,
        List<AttachmentId> attachmentIds) {
    private static final int MOST_FILES = 9;

    public FinishStageInput {
        attachmentIds = attachmentIds.stream().distinct().toList();
    }

    Problems problems(LocalDate today) {
        return new Problems()
                .text("note", note, 1, Problems.REMARK)
                .check(!finishedOn.isAfter(today), "finishedOn", ProblemCode.IN_THE_FUTURE)
                .check(
                        !attachmentIds.isEmpty() && attachmentIds.size() <= MOST_FILES,
                        "attachmentIds",
                        ProblemCode.OUT_OF_RANGE,
                        1,
                        MOST_FILES);
    }
}
