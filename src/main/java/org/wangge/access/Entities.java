package org.wangge.access;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.GlobalId;
import org.wangge.graphql.Node;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Objects that a gateway asks for by their type and id, as `nodes` gives them: in the order asked, null for
/// those that the viewer does not see.
class Entities implements DataFetcher<Mono<List<@Nullable Node>>> {
    private static final String ARGUMENT = "representations";

    private final Nodes nodes;

    Entities(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public Mono<List<@Nullable Node>> get(DataFetchingEnvironment environment) {
        List<Map<String, Object>> asked = Objects.requireNonNull(environment.getArgument(ARGUMENT));
        var ids = asked.stream().map(Entities::idOf).toList();
        Viewer viewer = Objects.requireNonNull(environment.getGraphQlContext().get("viewer"));
        return nodes.of(ids, ARGUMENT, viewer)
                .map(found -> ids.stream().<@Nullable Node>map(found::get).toList());
    }

    private static String idOf(Map<String, Object> representation) {
        if (representation.get("id") instanceof String id
                && representation.get("__typename") instanceof String type
                && type.equalsIgnoreCase(GlobalId.typeOf(id))) {
            return id;
        }
        throw new Fault(FaultCode.INVALID_ID, ARGUMENT);
    }
}
