package org.wangge.graphql;

import graphql.GraphQLContext;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;
import org.springframework.stereotype.Component;

/// Makes a loader when an execution first asks for it. There are as many as relations in the schema: to make
/// all of them, and to look after each at each step, costs more than a small query.
@Component
class Loaders implements BatchLoaderRegistry {
    private final Map<String, DefaultBatchLoaderRegistry> byName = new ConcurrentHashMap<>();

    @Override
    public <K, V> RegistrationSpec<K, V> forTypePair(Class<K> key, Class<V> value) {
        return forName(value.getName());
    }

    @Override
    public <K, V> RegistrationSpec<K, V> forName(String name) {
        var registry = new DefaultBatchLoaderRegistry();
        if (byName.putIfAbsent(name, registry) != null) {
            throw new IllegalStateException("two loaders are named " + name);
        }
        return registry.forName(name);
    }

    /// Nothing that must be registered beforehand.
    @Override
    public boolean hasRegistrations() {
        return false;
    }

    @Override
    public void registerDataLoaders(DataLoaderRegistry registry, GraphQLContext context) {
        byName.values().forEach(each -> each.registerDataLoaders(registry, context));
    }

    /// The loaders of one execution.
    DataLoaderRegistry of(GraphQLContext context) {
        return new Wanted(context);
    }

    private DataLoader<?, ?> made(String name, GraphQLContext context) {
        var one = new DataLoaderRegistry();
        Objects.requireNonNull(byName.get(name), name).registerDataLoaders(one, context);
        return Objects.requireNonNull(one.<Object, Object>getDataLoader(name));
    }

    private final class Wanted extends DataLoaderRegistry {
        private final GraphQLContext context;

        private Wanted(GraphQLContext context) {
            this.context = context;
        }

        @Override
        public <K, V> @Nullable DataLoader<K, V> getDataLoader(String name) {
            DataLoader<K, V> known = super.getDataLoader(name);
            return known == null && byName.containsKey(name)
                    ? computeIfAbsent(name, wanted -> made(wanted, context))
                    : known;
        }
    }
}
