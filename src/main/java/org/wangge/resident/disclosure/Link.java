package org.wangge.resident.disclosure;

import java.time.LocalDate;

/// Where the chain of the log stands: the day, the number within it, and the hash of that row.
record Link(LocalDate day, int n, String hash) {
    /// The next look comes on the same day or on a later one, whatever the clock of its node says.
    LocalDate dayOfNext(LocalDate today) {
        return today.isAfter(day) ? today : day;
    }

    int numberOfNext(LocalDate today) {
        return today.isAfter(day) ? 1 : n + 1;
    }
}
