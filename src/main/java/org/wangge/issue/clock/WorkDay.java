package org.wangge.issue.clock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A day in a subdistrict, and why it is worked or free.
///
/// @param holiday which public holiday the notice speaks of
/// @param reason why the subdistrict does otherwise
/// @param version of what the subdistrict says of the day, 0 for nothing
record WorkDay(
        LocalDate day,
        boolean isWorking,
        Source source,
        @Nullable String holiday,
        @Nullable String reason,
        int version) {
    /// As the subdistrict has it; where it has gone back to the country's calendar only its version counts.
    WorkDay with(OwnDay own) {
        return own.isWorking() == null
                ? new WorkDay(day, isWorking, source, holiday, null, own.version())
                : new WorkDay(day, own.isWorking(), Source.SUBDISTRICT, holiday, own.reason(), own.version());
    }

    enum Source {
        WEEK,
        NOTICE,
        SUBDISTRICT
    }
}
