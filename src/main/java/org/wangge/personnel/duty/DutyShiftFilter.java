package org.wangge.personnel.duty;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// Which turns of duty a list holds: those that have a part in `[from, to)`.
public record DutyShiftFilter(
        @Nullable PostId postId,
        @Nullable Instant from,
        @Nullable Instant to) {
    static final DutyShiftFilter NONE = new DutyShiftFilter(null, null, null);

    /// @throws Fault INVALID_RANGE when the range ends before it starts
    public DutyShiftFilter {
        if (from != null && to != null && to.isBefore(from)) {
            throw new Fault(FaultCode.INVALID_RANGE, "filter");
        }
    }
}
