package org.wangge.personnel;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// Who is to be put in charge of what.
public record AssignMemberInput(
        UUID key,
        @Nullable UUID id,
        MemberId memberId,
        GridId gridId,
        GridRole role,
        List<DutyCategory> duties,
        LocalDate fromOn,
        @Nullable LocalDate toOn,
        @Nullable String basis) {
    Problems problems() {
        return new Problems()
                .check(toOn == null || toOn.isAfter(fromOn), "toOn", ProblemCode.NOT_IN_ORDER)
                .text("basis", basis, 0, Problems.REMARK);
    }

    Problems problemsIn(Grid grid) {
        var isInForce = grid.effectiveTo() == null || fromOn.isBefore(grid.effectiveTo());
        return problems()
                .check(isInForce, "gridId", ProblemCode.UNKNOWN)
                .check(role.goesWith(grid.level()), "gridId", ProblemCode.WRONG_LEVEL, grid.level());
    }

    Appointment appointment() {
        return new Appointment(id, memberId, gridId, role, duties, fromOn, toOn, basis);
    }
}
