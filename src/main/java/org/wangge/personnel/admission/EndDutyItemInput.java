package org.wangge.personnel.admission;

import java.time.LocalDate;
import java.util.UUID;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// Which item leaves the list when, and why.
public record EndDutyItemInput(UUID key, DutyItemId dutyItemId, int expectedVersion, LocalDate toOn, String reason) {
    Problems problemsWith(DutyItem item) {
        return new Problems()
                .check(item.lastsUntil(toOn), "toOn", ProblemCode.NOT_IN_ORDER)
                .text("reason", reason, 1, Problems.REMARK);
    }
}
