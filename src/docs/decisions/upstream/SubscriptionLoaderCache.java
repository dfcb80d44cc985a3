//JAVA 25
//DEPS com.graphql-java:graphql-java:25.0
//DEPS io.projectreactor:reactor-core:3.8.8

// graphql-java 25.0 (and so Spring for GraphQL 2.0.6, which makes one registry for each request): the caches of
// DataLoaders live as long as a subscription, though each event is an execution of its own (specification, 6.2.3.2
// ExecuteSubscriptionEvent).
//
// Expected: each event is told what is so when it is told: "read 1", "read 2", "read 3".
// Actual: "read 1" three times; and what was ever loaded is kept until the subscription ends.

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.idl.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.dataloader.*;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

public class SubscriptionLoaderCache {
    public static void main(String[] args) {
        var reads = new AtomicInteger();
        var sdl = "type Query { none: Int } type Subscription { changed: Item } type Item { id: ID! state: String }";
        var wiring = RuntimeWiring.newRuntimeWiring()
                .type("Subscription", type -> type.dataFetcher("changed", _ -> Flux.just("1", "1", "1").map(id -> Map.of("id", id))))
                .type("Item", type -> type.dataFetcher("state", asked ->
                        asked.<String, String>getDataLoader("states").load(asked.<Map<String, String>>getSource().get("id"))))
                .build();
        var schema = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), wiring);
        var loaders = new DataLoaderRegistry();
        loaders.register("states", DataLoaderFactory.newDataLoader((List<String> ids) -> CompletableFuture.completedFuture(
                ids.stream().map(_ -> "read " + reads.incrementAndGet()).toList())));
        var input = ExecutionInput.newExecutionInput("subscription { changed { id state } }").dataLoaderRegistry(loaders).build();

        Publisher<ExecutionResult> events = GraphQL.newGraphQL(schema).build().execute(input).getData();

        Flux.from(events).doOnNext(event -> System.out.println(event.toSpecification())).blockLast();
    }
}
