package org.wangge.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.graphql.GlobalId;
import org.wangge.graphql.Node;
import org.wangge.refusal.Fault;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Whatever has an id, as a viewer sees it.
@Component
public class Nodes {
    private final Map<String, NodeSource> sources;

    Nodes(List<NodeSource> sources) {
        this.sources = sources.stream().collect(Collectors.toMap(NodeSource::type, Function.identity()));
    }

    /// Whether the id names something of that type which the viewer sees.
    public Mono<Boolean> sees(Viewer viewer, String id, String type) {
        if (!type.equals(GlobalId.typeOf(id))) {
            return Mono.just(false);
        }
        return Mono.defer(() ->
                        find(type, List.of(GlobalId.decode(type, id)), viewer).hasElements())
                .onErrorReturn(Fault.class, false);
    }

    boolean knows(@Nullable String type) {
        return type != null && sources.containsKey(type);
    }

    Flux<Node> find(String type, Collection<UUID> ids, Viewer viewer) {
        var source = sources.get(type);
        return source == null ? Flux.empty() : source.find(ids, viewer);
    }
}
