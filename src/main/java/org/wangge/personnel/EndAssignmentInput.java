package org.wangge.personnel;

import java.time.LocalDate;
import java.util.UUID;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// Which assignment ends when, and why.
public record EndAssignmentInput(
        UUID key, AssignmentId assignmentId, int expectedVersion, LocalDate toOn, String reason) {
    Problems problemsWith(Assignment assignment) {
        return new Problems()
                .check(assignment.lastsUntil(toOn), "toOn", ProblemCode.NOT_IN_ORDER)
                .check(!reason.isBlank(), "reason", ProblemCode.REQUIRED)
                .text("reason", reason, 0, Problems.REMARK);
    }
}
