package org.wangge.graphql.fetch;

import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;

/// Takes what is known of a relation, and has the rest read for all that ask for it at once.
final class NearFetcher extends ControllerFetcher {
    private final Near near;
    private final BatchFetcher others;

    NearFetcher(SelfDescribingDataFetcher<?> described, Near near, BatchFetcher others) {
        super(described);
        this.near = near;
        this.others = others;
    }

    Near near() {
        return near;
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
        var known = near.of(Objects.requireNonNull(environment.getSource()), environment.getGraphQlContext());
        return known.isKnown() ? known.object() : others.get(environment);
    }
}
