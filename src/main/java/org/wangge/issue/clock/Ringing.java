package org.wangge.issue.clock;

import java.time.Instant;
import org.wangge.feed.NewEvent;
import org.wangge.grid.GridKey;

/// An alarm that rings now, and how its issue stands.
record Ringing(IssueClock clock, Threshold threshold, int version, GridKey gridKey) {
    NewEvent event(Instant now) {
        return new NewEvent(threshold.event(), clock.issueId().value(), version, gridKey, now);
    }
}
