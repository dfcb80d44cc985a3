package org.wangge.issue.clock;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// Whether a subdistrict works on a day, whatever the calendar of the country says.
///
/// @param isWorking null for what the calendar of the country says
/// @param expectedVersion 0 when the subdistrict has not said anything of the day
record ChangeWorkDayInput(
        UUID key,
        GridId gridId,
        int expectedVersion,
        LocalDate day,
        @Nullable Boolean isWorking,
        String reason) {
    private static final int YEARS = 2;

    Problems problems(LocalDate today) {
        var first = today.minusYears(YEARS);
        var last = today.plusYears(YEARS);
        return new Problems()
                .check(!day.isBefore(first) && !day.isAfter(last), "day", ProblemCode.OUT_OF_RANGE, first, last)
                .text("reason", reason, 2, Problems.REMARK);
    }
}
