package org.wangge.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/// Loaders are made when an execution asks for them, and belong to it alone.
class LoadersTests {
    private final Loaders loaders = new Loaders();

    @Test
    void makesOnlyWhatIsAskedFor() {
        register("one");
        register("two");
        var ofOne = loaders.of(GraphQLContext.newContext().build());

        assertThat(ofOne.getKeys()).isEmpty();

        var loader = ofOne.<String, String>getDataLoader("two");
        var loaded = loader.load("a");
        ofOne.dispatchAll();

        assertThat(loaded).isCompletedWithValue("two a");
        assertThat(ofOne.<String, String>getDataLoader("two")).isSameAs(loader);
        assertThat(ofOne.getKeys()).containsExactly("two");
        assertThat(ofOne.<String, String>getDataLoader("three")).isNull();
        assertThat(loaders.of(GraphQLContext.newContext().build()).<String, String>getDataLoader("two"))
                .isNotSameAs(loader);
    }

    @Test
    void refusesASecondOfTheSameName() {
        register("one");

        assertThatThrownBy(() -> register("one")).hasMessageContaining("one");
    }

    private void register(String name) {
        loaders.<String, String>forName(name)
                .registerMappedBatchLoader((keys, environment) -> Mono.just(values(keys, name)));
    }

    private static Map<String, String> values(Set<String> keys, String name) {
        return keys.stream().collect(Collectors.toMap(key -> key, key -> name + " " + key));
    }
}
