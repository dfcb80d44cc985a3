package org.wangge.project;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// How much of it was measured, and why it is another quantity than planned.
public record SubmitProjectInput(
        UUID key,
        ProjectId projectId,
        int expectedVersion,
        double measuredQuantity,
        @Nullable String varianceReason) {
    private static final double MOST = 1e9;

    /// What was measured as it was planned needs no reason.
    Problems problemsWith(@Nullable Double planned) {
        var differs = planned == null || Double.compare(planned, measuredQuantity) != 0;
        return new Problems()
                .check(
                        measuredQuantity >= 0 && measuredQuantity <= MOST,
                        "measuredQuantity",
                        ProblemCode.OUT_OF_RANGE,
                        0,
                        MOST)
                .text("varianceReason", varianceReason, differs ? 1 : 0, Problems.REMARK);
    }
}
