package org.wangge.project;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.personnel.DepartmentId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// With what money, how much of it, by whom and in which stages a project is carried out.
public record ApproveProjectInput(
        UUID key,
        ProjectId projectId,
        int expectedVersion,
        int budget,
        String unit,
        double plannedQuantity,
        @Nullable DepartmentId departmentId,
        List<StageInput> stages) {
    static final int MOST_STAGES = 30;

    private static final int MOST_YUAN = 2_000_000_000;
    private static final double MOST = 1e9;
    private static final int LONGEST_UNIT = 16;

    public ApproveProjectInput {
        stages = List.copyOf(stages);
    }

    Problems problems() {
        var problems = new Problems()
                .check(budget >= 1 && budget <= MOST_YUAN, "budget", ProblemCode.OUT_OF_RANGE, 1, MOST_YUAN)
                .text("unit", unit, 1, LONGEST_UNIT)
                .check(
                        plannedQuantity > 0 && plannedQuantity <= MOST,
                        "plannedQuantity",
                        ProblemCode.OUT_OF_RANGE,
                        0,
                        MOST)
                .check(
                        !stages.isEmpty() && stages.size() <= MOST_STAGES,
                        "stages",
                        ProblemCode.OUT_OF_RANGE,
                        1,
                        MOST_STAGES);
        for (int i = 0; i < stages.size(); i++) {
            stages.get(i).note(problems, path(i));
        }
        return problems;
    }

    static String path(int stage) {
        return "stages[" + stage + "].";
    }
}
