package org.wangge.issue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One move in the life of an issue; entries are only ever added.
public record TimelineEntry(
        int seq,
        Move move,
        int round,
        Party actedAs,
        @Nullable IssueStatus fromStatus,
        IssueStatus toStatus,
        Instant at,
        @Nullable Instant deviceAt,
        @Nullable String note) {
    /// What those see who do not work on it: notes are between the staff.
    static List<TimelineEntry> withoutNotes(List<TimelineEntry> entries) {
        return entries.stream()
                .map(entry -> new TimelineEntry(
                        entry.seq,
                        entry.move,
                        entry.round,
                        entry.actedAs,
                        entry.fromStatus,
                        entry.toStatus,
                        entry.at,
                        entry.deviceAt,
                        null))
                .toList();
    }
}
