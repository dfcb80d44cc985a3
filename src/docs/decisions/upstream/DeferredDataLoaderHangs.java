//JAVA 25
//DEPS com.graphql-java:graphql-java:25.0

// graphql-java 25.0, with incremental support: a deferred fragment that needs a DataLoader never comes when another
// fragment of the same object is deferred as well and needs none; and where it comes, nothing is batched.
//
// Expected: the payloads of both fragments, then hasNext=false; one batch of three keys.
// Actual: the first document hangs after the payloads of the first fragment; the second one calls the batch loader
// once for each key.

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.incremental.DelayedIncrementalPartialResult;
import graphql.incremental.IncrementalExecutionResult;
import graphql.schema.idl.*;
import java.util.*;
import java.util.concurrent.*;
import org.dataloader.*;
import org.reactivestreams.*;

public class DeferredDataLoaderHangs {
    public static void main(String[] args) throws Exception {
        ask("{ items { id ... @defer { name } ... @defer { owner } } }");
        ask("{ items { id ... @defer { owner } } }");
        ask("{ items { id owner } }");
        System.exit(0);
    }

    private static void ask(String document) throws Exception {
        var sdl = "type Query { items: [Item!]! } type Item { id: ID! name: String! owner: String }";
        var wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", type -> type.dataFetcher("items", _ -> List.of(item("1"), item("2"), item("3"))))
                .type("Item", type -> type.dataFetcher("owner", asked ->
                        asked.<String, String>getDataLoader("owners").load(asked.<Map<String, String>>getSource().get("id"))))
                .build();
        var schema = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), wiring);
        var batches = new CopyOnWriteArrayList<List<String>>();
        var loaders = new DataLoaderRegistry();
        loaders.register("owners", DataLoaderFactory.newDataLoader((List<String> keys) -> {
            batches.add(keys);
            return CompletableFuture.completedFuture(keys.stream().map(key -> "owner of " + key).toList());
        }));
        var input = ExecutionInput.newExecutionInput(document).dataLoaderRegistry(loaders).build();
        GraphQL.unusualConfiguration(input.getGraphQLContext()).incrementalSupport().enableIncrementalSupport(true);

        System.out.println(document);
        var result = GraphQL.newGraphQL(schema).build().execute(input);
        System.out.println("  " + result.toSpecification());
        if (result instanceof IncrementalExecutionResult incremental) {
            var ended = new CountDownLatch(1);
            incremental.getIncrementalItemPublisher().subscribe(new Printing(ended));
            System.out.println(ended.await(3, TimeUnit.SECONDS) ? "  ended" : "  nothing more in 3 s");
        }
        System.out.println("  batches: " + batches);
    }

    private static Map<String, String> item(String id) {
        return Map.of("id", id, "name", "item " + id);
    }

    private record Printing(CountDownLatch ended) implements Subscriber<DelayedIncrementalPartialResult> {
        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(DelayedIncrementalPartialResult part) {
            System.out.println("  " + part.toSpecification());
        }

        @Override
        public void onError(Throwable error) {
            System.out.println("  " + error);
        }

        @Override
        public void onComplete() {
            ended.countDown();
        }
    }
}
