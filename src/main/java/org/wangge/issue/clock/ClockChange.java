package org.wangge.issue.clock;

import java.time.Instant;
import java.util.UUID;
import org.wangge.grid.GridKey;

/// Something has changed for the clocks of a subdistrict, and some are still reckoned as before.
record ClockChange(UUID id, GridKey gridKey, Instant beginsAt) {
    enum Cause {
        POLICY,
        WORK_DAY,
        CALENDAR
    }
}
