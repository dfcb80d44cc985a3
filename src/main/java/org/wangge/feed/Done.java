package org.wangge.feed;

import java.util.List;
import java.util.UUID;

/// What a command did: which subject it left at which version, and what there is to tell: all of
/// one subdistrict, or nothing at all.
public record Done(UUID subject, int version, List<NewEvent> events) {
    public Done {
        events = List.copyOf(events);
    }

    /// Nothing of it is told.
    public static Done quietly(UUID subject, int version) {
        return new Done(subject, version, List.of());
    }
}
