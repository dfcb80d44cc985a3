package org.wangge.graphql.page;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/// One page of a list, in Relay's shape. `count` asks for the total only when somebody wants it.
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, Supplier<Mono<Total>> count) {
    /// The same page with what the function makes of each item.
    public <R> Connection<R> map(Function<T, R> of) {
        return new Connection<>(
                edges.stream()
                        .map(edge -> new Edge<>(of.apply(edge.node()), edge.seal()))
                        .toList(),
                pageInfo,
                count);
    }

    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }
}
