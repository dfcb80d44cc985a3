package org.wangge.personnel;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// Which assignment goes to whom, and when.
public record HandOverAssignmentInput(
        UUID key,
        AssignmentId assignmentId,
        int expectedVersion,
        MemberId toMemberId,
        LocalDate on,
        @Nullable String basis) {
    Problems problemsWith(Assignment assignment, boolean memberIsKnown) {
        return new Problems()
                .check(assignment.lastsUntil(on) && !on.equals(assignment.toOn()), "on", ProblemCode.NOT_IN_ORDER)
                .check(memberIsKnown, "toMemberId", ProblemCode.UNKNOWN)
                .check(!toMemberId.equals(assignment.memberId()), "toMemberId", ProblemCode.DUPLICATE)
                .text("basis", basis, 0, Problems.REMARK);
    }
}
