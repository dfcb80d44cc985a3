package org.wangge.issue;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.wangge.access.Viewer;
import org.wangge.feed.Done;
import reactor.core.publisher.Mono;

/// Issues that were put off to be deliberated on (挂账议事), for whoever deliberates: the flow of issues
/// offers it.
public interface PutOff {
    /// Agrees to put an issue off to be deliberated on, as whoever has it in hand asked: a part of the command
    /// that says who deliberates.
    ///
    /// @param note for the timeline, at most 500 characters
    /// @throws Refused STALE_VERSION, or what stands against the move; INPUT_REJECTED, `issueId` NOT_ALLOWED, when
    ///     it was to be put off for something else
    Mono<Done> toDeliberation(IssueId id, int expectedVersion, String note, Viewer viewer, Instant now);

    /// Goes on with those of the issues that wait for it since before an instant. Each is a command of its
    /// own with one key: any node may ask for it, again and again.
    ///
    /// @param note for the timeline, at most 500 characters
    Mono<Void> deliberated(Collection<UUID> issues, Instant before, String note);
}
