package org.wangge.feed;

import reactor.core.publisher.Mono;

/// Something that a node must know before it tells an event: what was committed before the event
/// is known when the event is told.
public interface Foresight {
    Mono<Void> lookAhead();
}
