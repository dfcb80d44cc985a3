package org.wangge.access;

import java.util.Collection;
import java.util.UUID;
import org.wangge.graphql.Node;
import reactor.core.publisher.Flux;

/// A type of the graph that `node(id)` finds: each package that has one offers one.
public interface NodeSource {
    /// The name of the type in its ids.
    String type();

    /// Those of the ids that exist within the viewer's scope, in any order.
    Flux<Node> find(Collection<UUID> ids, Viewer viewer);
}
