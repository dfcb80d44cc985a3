package org.wangge.issue;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Mono;

/// Issues that were put off to be deliberated on (挂账议事), for whoever deliberates: the flow of issues
/// offers it.
public interface PutOff {
    /// Goes on with those of the issues that wait for it since before an instant. Each is a command of its
    /// own with one key: any node may ask for it, again and again.
    ///
    /// @param note for the timeline, at most 500 characters
    Mono<Void> deliberated(Collection<UUID> issues, Instant before, String note);
}
