package org.wangge.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.wangge.graphql.Node;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Any object by its id, as Relay asks for it.
@Controller
class NodeController {
    private static final int MAX_IDS = 100;

    private final Nodes all;

    NodeController(Nodes all) {
        this.all = all;
    }

    @QueryMapping
    Mono<Node> node(@Argument String id, @ContextValue Viewer viewer) {
        return all.of(List.of(id), "id", viewer)
                .mapNotNull(nodes -> nodes.get(id))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)));
    }

    @QueryMapping
    Mono<List<@Nullable Node>> nodes(@Argument List<String> ids, @ContextValue Viewer viewer) {
        if (ids.size() > MAX_IDS) {
            throw new Fault(FaultCode.TOO_MANY, "ids", MAX_IDS);
        }
        return all.of(ids, "ids", viewer)
                .map(nodes -> ids.stream().<@Nullable Node>map(nodes::get).toList());
    }
}
