package org.wangge.resident.correction;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Problems;
import org.wangge.resident.ResidentId;

/// Which version of whose record was looked at, by which source, and when if not now.
record Verification(
        ResidentId residentId,
        int expectedVersion,
        String source,
        @Nullable Instant verifiedAt) {
    private static final int LONGEST_SOURCE = 100;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    Problems check(Problems problems, Instant now) {
        return problems.text("source", source, 1, LONGEST_SOURCE)
                .notAfter("verifiedAt", verifiedAt, now.plus(CLOCKS_DIFFER));
    }

    Instant at(Instant now) {
        return verifiedAt == null ? now : verifiedAt;
    }
}
