package org.wangge.graphql.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import org.wangge.graphql.AtHand;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Known;

/// A relation that is at hand is taken at once; one statement reads those that are not.
class AtHandTests {
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withBean(BatchLoaderRegistry.class, DefaultBatchLoaderRegistry::new)
            .withBean(Controllers.class);

    record House(int number) {}

    record Keeper(String name) {}

    /// Nobody keeps house 3; of those of whom nothing is known, all are asked for at once.
    @Controller
    static class Houses {
        private final List<Integer> asked = new ArrayList<>();

        @QueryMapping
        List<House> houses(@Argument int count) {
            return IntStream.rangeClosed(1, count).mapToObj(House::new).toList();
        }

        @AtHand("House.keeper")
        Known<Keeper> keeperAtHand(House house, @ContextValue String who) {
            return switch (house.number()) {
                case 1, 2 -> Known.of(new Keeper(who + house.number()));
                case 3 -> Known.none();
                case 4 -> throw new IllegalStateException("nobody knows");
                default -> Known.of(null);
            };
        }

        @BatchMapping
        Map<House, Keeper> keeper(List<House> houses) {
            asked.addAll(houses.stream().map(House::number).toList());
            return Batch.values(houses, house -> new Keeper("asked" + house.number()));
        }
    }

    @Controller
    static class Alone {
        @AtHand("House.gate")
        Known<House> gate(House house) {
            return Known.of(house);
        }
    }

    @Controller
    static class Plain {
        @AtHand("House.keeper")
        @Nullable
        Keeper keeper(House house) {
            return null;
        }
    }

    @Test
    void asksNobodyForWhatIsAtHand() {
        application.withBean(Houses.class).run(context -> {
            assertThat(answer(context.getBean(Controllers.class), context.getBean(BatchLoaderRegistry.class), 3))
                    .hasToString("{houses=[{keeper={name=w1}}, {keeper={name=w2}}, {keeper=null}]}");
            assertThat(context.getBean(Houses.class).asked).isEmpty();
        });
    }

    @Test
    void readsForAllAtOnceWhatIsNot() {
        application.withBean(Houses.class).run(context -> {
            var answer = answer(context.getBean(Controllers.class), context.getBean(BatchLoaderRegistry.class), 6);

            assertThat(answer).asString().contains("w1", "w2", "asked5", "asked6");
            assertThat(context.getBean(Houses.class).asked).containsExactly(5, 6);
        });
    }

    @Test
    void startsOnlyWhereSomebodyCanBeAsked() {
        application
                .withBean(Houses.class)
                .withBean(Alone.class)
                .run(context -> assertThatThrownBy(() -> wired(context.getBean(Controllers.class)))
                        .hasMessageContaining("House.gate"));
        application
                .withBean(Plain.class)
                .run(context -> assertThatThrownBy(() -> wired(context.getBean(Controllers.class)))
                        .hasMessageContaining("Known"));
    }

    private static Object answer(Controllers controllers, BatchLoaderRegistry loaders, int count) {
        var schema = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse("""
                type Query { houses(count: Int!): [House!]! }
                type House { number: Int!  keeper: Keeper }
                type Keeper { name: String! }"""), wired(controllers));
        var registry = new DataLoaderRegistry();
        var input = ExecutionInput.newExecutionInput("query ($n: Int!) { houses(count: $n) { keeper { name } } }")
                .variables(Map.of("n", count))
                .graphQLContext(Map.of("who", "w"))
                .dataLoaderRegistry(registry)
                .build();
        loaders.registerDataLoaders(registry, input.getGraphQLContext());
        return GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(new LeafStrategy(new SimpleDataFetcherExceptionHandler()))
                .build()
                .execute(input)
                .getData();
    }

    private static RuntimeWiring wired(Controllers controllers) {
        var wiring = RuntimeWiring.newRuntimeWiring();
        controllers.configure(wiring);
        return wiring.build();
    }
}
