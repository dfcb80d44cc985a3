package org.wangge.graphql;

import graphql.GraphQLContext;
import reactor.core.publisher.Mono;

/// Whoever listens to a subscription, asked again before each event who they are: what hangs below the
/// event is read with the rights of now.
public interface Listener {
    /// Puts into the context who listens. Fails when they may not any more.
    Mono<Rights> now(GraphQLContext context);

    /// What the answer to a listener depends on.
    ///
    /// @param person equal for the same person with the same rights
    /// @param grants equal for all who are answered the same as long as nothing is asked that depends on the person
    record Rights(Object person, Object grants) {}
}
