package org.wangge.feed;

import java.util.List;
import java.util.UUID;

/// What a command did: which subject it left at which version, and what there is to tell. At least
/// one event, all of one subdistrict.
public record Done(UUID subject, int version, List<NewEvent> events) {
    public Done {
        events = List.copyOf(events);
    }
}
