package org.wangge.resident.disclosure;

import java.time.LocalDate;

/// The first row of the log that is not as it was written.
public record ChainBreak(LocalDate day, int n, Kind kind) {
    /// What is wrong there.
    public enum Kind {
        /// The row does not have the hash that it was written with.
        CHANGED,
        /// The row does not follow the one before it: one was removed, or put in between.
        UNLINKED,
        /// The log does not end with this row: later ones were removed, or this one was added.
        NOT_THE_END
    }
}
