package org.wangge.feed;

import org.wangge.grid.Scope;
import reactor.core.publisher.Mono;

/// What a subscriber may see, asked again for every event: rights can end in mid-stream. An error
/// ends the stream; an empty scope, too.
public interface Sight {
    Mono<Scope> now();
}
