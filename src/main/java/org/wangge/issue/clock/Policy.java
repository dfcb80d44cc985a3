package org.wangge.issue.clock;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How long one due point may take: so many days and minutes, of all time or of working time.
///
/// @param longestDays the most it can be extended to; null is twice as long
record Policy(
        UUID id,
        DuePoint point,
        boolean isWorking,
        int days,
        int minutes,
        @Nullable Integer longestDays) {
    /// The time it is counted in.
    CountedTime time(OfficeHours office) {
        return isWorking ? office : CountedTime.ALL;
    }

    Duration length(OfficeHours office) {
        return days(days, office).plusMinutes(minutes);
    }

    /// With all that an extension may add.
    Duration longest(OfficeHours office) {
        return longestDays == null ? length(office).multipliedBy(2) : days(longestDays, office);
    }

    private Duration days(int count, OfficeHours office) {
        return isWorking ? office.day().multipliedBy(count) : Duration.ofDays(count);
    }
}
