package org.wangge.issue.clock;

import java.time.Duration;
import java.time.Instant;

/// Time as a clock counts it: all of it, or working time alone.
interface CountedTime {
    CountedTime ALL = new CountedTime() {
        @Override
        public Instant plus(Instant from, Duration counted) {
            return from.plus(counted);
        }

        @Override
        public Duration between(Instant from, Instant to) {
            return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
        }
    };

    /// When so much has been counted from an instant on; the instant itself for nothing.
    Instant plus(Instant from, Duration counted);

    /// How much is counted from one instant to another, nothing when it is not later.
    Duration between(Instant from, Instant to);
}
