package org.wangge.feed;

import reactor.core.publisher.Mono;

/// What a subscriber is told of an event: empty when it is none of theirs. It is asked at each event,
/// and asks for their rights each time.
public interface Teller {
    /// @param cursor the position just after the event
    Mono<?> of(Event event, String cursor);
}
