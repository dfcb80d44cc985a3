package org.wangge.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wangge.graphql.GlobalId;
import org.wangge.graphql.Node;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
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

    /// Those of the ids that the viewer sees, by id.
    ///
    /// @param argument where the ids stand, for who wrote one that is none
    Mono<Map<String, Node>> of(Collection<String> ids, String argument, Viewer viewer) {
        Map<String, Set<UUID>> byType = new HashMap<>(
                ids.stream().collect(groupingBy(id -> typeOf(id, argument), mapping(Nodes::uuidOf, toSet()))));
        return Flux.fromIterable(byType.entrySet())
                .flatMap(type -> find(type.getKey(), type.getValue(), viewer))
                .collectMap(node -> node.id().toString());
    }

    private String typeOf(String id, String argument) {
        var type = GlobalId.typeOf(id);
        if (type == null || !sources.containsKey(type)) {
            throw new Fault(FaultCode.INVALID_ID, argument);
        }
        return type;
    }

    private static UUID uuidOf(String id) {
        return GlobalId.decode(String.valueOf(GlobalId.typeOf(id)), id);
    }

    private Flux<Node> find(String type, Collection<UUID> ids, Viewer viewer) {
        var source = sources.get(type);
        return source == null ? Flux.empty() : source.find(ids, viewer);
    }
}
