package org.wangge.issue.clock;

import java.time.Instant;

/// A time in which a clock stood still.
record Pause(Instant since, Instant until) {}
