package org.wangge.access;

import graphql.GraphQLContext;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Listener;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Mono;

/// Asks the presence of a request again who listens, and shares answers among staff alone: what others
/// see of issues depends on who they are.
@Component
class PresentListener implements Listener {
    @Override
    public Mono<Rights> now(GraphQLContext context) {
        Presence presence = Objects.requireNonNull(context.get("presence"));
        return presence.viewer().map(viewer -> now(viewer, context));
    }

    /// The same viewer has the same rights.
    private static Rights now(Viewer viewer, GraphQLContext context) {
        Rights before = context.get(Rights.class);
        if (before != null && viewer == context.get("viewer")) {
            return before;
        }
        var rights = rights(viewer);
        context.put("viewer", viewer);
        context.put(Rights.class, rights);
        return rights;
    }

    private static Rights rights(Viewer viewer) {
        var person = viewer.inAnySession();
        return viewer.scope(Right.ISSUES).subtrees().isEmpty()
                ? new Rights(person, person)
                : new Rights(
                        person,
                        viewer.grants().stream()
                                .map(grant -> new Held(grant.role(), grant.within()))
                                .collect(Collectors.toUnmodifiableSet()));
    }

    private record Held(Role role, GridKey within) {}
}
