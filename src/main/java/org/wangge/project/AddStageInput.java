package org.wangge.project;

import java.util.UUID;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// Which project gets another stage.
public record AddStageInput(UUID key, ProjectId projectId, int expectedVersion, StageInput stage) {
    static final String PATH = "stage.";

    /// @param stages that it has already
    Problems problems(long stages) {
        var problems = new Problems()
                .check(
                        stages < ApproveProjectInput.MOST_STAGES,
                        "stage",
                        ProblemCode.OUT_OF_RANGE,
                        1,
                        ApproveProjectInput.MOST_STAGES);
        stage.note(problems, PATH);
        return problems;
    }
}
