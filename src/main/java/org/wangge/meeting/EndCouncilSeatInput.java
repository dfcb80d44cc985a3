package org.wangge.meeting;

import java.time.LocalDate;
import java.util.UUID;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// Whose seat ends on which day, and why.
record EndCouncilSeatInput(UUID key, CouncilSeatId seatId, int expectedVersion, LocalDate toOn, String reason) {
    Problems problemsWith(CouncilSeat seat) {
        return new Problems()
                .check(seat.lastsUntil(toOn), "toOn", ProblemCode.NOT_IN_ORDER)
                .text("reason", reason, 2, Problems.REMARK);
    }
}
