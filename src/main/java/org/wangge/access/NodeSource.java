package org.wangge.access;

import java.util.Collection;
import java.util.UUID;
import java.util.function.BiFunction;
import org.wangge.graphql.Node;
import reactor.core.publisher.Flux;

/// A type of the graph that `node(id)` finds: each package that has one offers one. `type` is the
/// name in its ids; `find` gives those of the ids that exist within the viewer's scope, in any order.
public record NodeSource(String type, BiFunction<Collection<UUID>, Viewer, Flux<? extends Node>> finder) {
    Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return finder.apply(ids, viewer).cast(Node.class);
    }
}
