package org.wangge.graphql.page;

import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/// One page of a list, in Relay's shape. `count` asks for the total only when somebody wants it.
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, Supplier<Mono<Total>> count) {
    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }
}
