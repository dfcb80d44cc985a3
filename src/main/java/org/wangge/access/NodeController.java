package org.wangge.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.wangge.graphql.GlobalId;
import org.wangge.graphql.Node;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Any object by its id, as Relay asks for it.
@Controller
class NodeController {
    private static final int MAX_IDS = 100;

    private final Nodes nodes;

    NodeController(Nodes nodes) {
        this.nodes = nodes;
    }

    @QueryMapping
    Mono<Node> node(@Argument String id, @ContextValue Viewer viewer) {
        return found(List.of(id), "id", viewer)
                .mapNotNull(nodes -> nodes.get(id))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)));
    }

    @QueryMapping
    Mono<List<@Nullable Node>> nodes(@Argument List<String> ids, @ContextValue Viewer viewer) {
        if (ids.size() > MAX_IDS) {
            throw new Fault(FaultCode.TOO_MANY, "ids", MAX_IDS);
        }
        return found(ids, "ids", viewer)
                .map(nodes -> ids.stream().<@Nullable Node>map(nodes::get).toList());
    }

    private Mono<Map<String, Node>> found(List<String> ids, String argument, Viewer viewer) {
        Map<String, Set<UUID>> byType = new HashMap<>(ids.stream()
                .collect(groupingBy(id -> typeOf(id, argument), mapping(NodeController::uuidOf, Collectors.toSet()))));
        return Flux.fromIterable(byType.entrySet())
                .flatMap(type -> nodes.find(type.getKey(), type.getValue(), viewer))
                .collectMap(node -> node.id().toString(), Function.identity());
    }

    private String typeOf(String id, String argument) {
        var type = GlobalId.typeOf(id);
        if (type == null || !nodes.knows(type)) {
            throw new Fault(FaultCode.INVALID_ID, argument);
        }
        return type;
    }

    private static UUID uuidOf(String id) {
        return GlobalId.decode(String.valueOf(GlobalId.typeOf(id)), id);
    }
}
