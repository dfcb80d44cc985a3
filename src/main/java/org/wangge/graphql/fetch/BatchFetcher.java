package org.wangge.graphql.fetch;

import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;

/// Has a relation read for all that ask for it at once, by the loader of its name.
final class BatchFetcher extends ControllerFetcher {
    private final String loader;

    BatchFetcher(SelfDescribingDataFetcher<?> described, String loader) {
        super(described);
        this.loader = loader;
    }

    @Override
    public CompletableFuture<Object> get(DataFetchingEnvironment environment) {
        DataLoader<Object, Object> relations = Objects.requireNonNull(environment.getDataLoader(loader), loader);
        return relations.load(Objects.requireNonNull(environment.<Object>getSource()));
    }
}
