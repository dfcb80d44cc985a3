package org.wangge.project;

import java.time.LocalDate;
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
    private static final int MOST_YUAN = 2_000_000_000;
    private static final double MOST = 1e9;
    private static final int LONGEST_UNIT = 16;
    private static final int LONGEST_TITLE = 100;
    private static final int MOST_STAGES = 30;

    /// A part of the work with its planned days.
    public record StageInput(String title, LocalDate fromOn, LocalDate toOn) {}

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
            var stage = stages.get(i);
            var path = "stages[" + i + "].";
            problems.text(path + "title", stage.title(), 1, LONGEST_TITLE)
                    .check(!stage.toOn().isBefore(stage.fromOn()), path + "toOn", ProblemCode.NOT_IN_ORDER);
        }
        return problems;
    }
}
