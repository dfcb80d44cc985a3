package org.wangge.feed;

import org.springframework.stereotype.Component;
import org.wangge.kept.KeptTables;
import reactor.core.publisher.Mono;

/// What a node keeps at hand is as new as the events that it tells.
@Component
class KeptFirst implements Foresight {
    private final KeptTables tables;

    KeptFirst(KeptTables tables) {
        this.tables = tables;
    }

    @Override
    public Mono<Void> lookAhead() {
        return tables.lookAgain();
    }
}
