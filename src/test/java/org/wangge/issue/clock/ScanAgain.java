package org.wangge.issue.clock;

import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;

/// Looks for due points that have passed, for tests that stand elsewhere.
@TestComponent
public class ScanAgain {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ClockScan scan;

    ScanAgain(ClockScan scan) {
        this.scan = scan;
    }

    public void look() {
        scan.scan().block(PATIENCE);
    }
}
