package org.wangge.graphql.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.TypeResolutionEnvironment;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionStrategy;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Leaves that are read at once are answered as the engine answers them, and so is everything else.
class LeafStrategyTests {
    private static final int DOCUMENTS = 800;
    private static final GraphQLSchema SCHEMA = schema();
    private static final List<String> LEAVES =
            List.of("id", "name", "mark", "kind", "late", "perhaps", "tags", "__typename");
    private static final List<String> ODD_LEAVES =
            List.of("size", "unreadable", "unreadableMust", "broken", "brokenMust", "noKind");
    private static final List<String> OBJECTS = List.of("next", "nextMust", "later", "many", "named", "lost");

    private final GraphQL ours = engine(new LeafStrategy(faults()));
    private final GraphQL stock = engine(new AsyncExecutionStrategy(faults()));

    public enum Kind {
        ROUND,
        FLAT
    }

    /// A number that has fields: what goes wrong with some of them depends on it.
    public record Thing(int number) {
        public String id() {
            return "T" + number;
        }

        public @Nullable String name() {
            return number % 3 == 0 ? null : "thing " + number;
        }

        public @Nullable Integer size() {
            return number % 5 == 0 ? null : number;
        }

        public long mark() {
            return number;
        }

        public String unreadable() {
            return "no number";
        }

        public Object unreadableMust() {
            return number % 2 == 0 ? "no number" : number;
        }

        public String broken() {
            throw new IllegalStateException("broken");
        }

        public String brokenMust() {
            if (number % 4 == 0) {
                throw new IllegalStateException("broken");
            }
            return "whole";
        }

        public Kind kind() {
            return Kind.values()[number % 2];
        }

        public String noKind() {
            return "SQUARE";
        }

        public CompletableFuture<String> late() {
            return CompletableFuture.supplyAsync(() -> "late " + number);
        }

        public Optional<String> perhaps() {
            return number % 2 == 0 ? Optional.empty() : Optional.of("perhaps");
        }

        public List<String> tags() {
            return List.of("a", "b");
        }

        public Thing next() {
            return new Thing(number + 1);
        }

        public @Nullable Thing nextMust() {
            return number % 7 == 0 ? null : new Thing(number + 2);
        }

        public CompletableFuture<Thing> later() {
            return CompletableFuture.supplyAsync(() -> new Thing(number + 3));
        }

        public List<Thing> many() {
            return List.of(new Thing(number + 1), new Thing(number + 2), new Thing(number + 4));
        }

        public Thing named() {
            return new Thing(number + 5);
        }

        public @Nullable Thing lost() {
            return null;
        }
    }

    @Test
    void answersAsTheEngineDoes() {
        var random = new Random(7);
        var whole = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            var document = "query ($yes: Boolean = true, $no: Boolean = false) { thing(number: " + random.nextInt(40)
                    + ") " + selection(random, 3) + " }";

            var answered = ours.execute(document);

            assertSame(document, answered, stock.execute(document));
            whole += answered.getErrors().isEmpty() ? 1 : 0;
        }
        assertThat(whole).isBetween(DOCUMENTS / 10, DOCUMENTS * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ thing(number: 4) { name brokenMust } other: thing(number: 1) { brokenMust } }",
                "{ thing(number: 4) { many { id size } nextMust { nextMust { size } } } }",
                "{ thing(number: 6) { name a: name size: mark mark: size } }",
                "mutation { thing(number: 5) { size name later { size } } }",
                "{ thing(number: 2) { later { later { late kind noKind } tags } } }"
            })
    void saysWhatIsWrongWhereItIs(String document) {
        assertSame(document, ours.execute(document), stock.execute(document));
    }

    @Test
    void answersNullOnlyWhereSomethingIsWrongWhenAskedTo() {
        var document = "{ thing(number: 20) { id size brokenMust unreadableMust next { size } } }";
        var input = ExecutionInput.newExecutionInput(document).build();

        var answered = engine(new LeafStrategy(faults()), false).execute(input);

        assertSame(
                document,
                answered,
                engine(new AsyncExecutionStrategy(faults()), false).execute(input));
        assertThat(answered.<Map<String, ?>>getData().get("thing").toString()).contains("id=T20", "size=21");
        assertThat(answered.getErrors()).hasSize(3);
    }

    private static void assertSame(String document, ExecutionResult ours, ExecutionResult stock) {
        assertThat(ours.<@Nullable Object>getData()).describedAs(document).isEqualTo(stock.getData());
        assertThat(String.valueOf(ours.<@Nullable Object>getData()))
                .describedAs("in this order: %s", document)
                .isEqualTo(String.valueOf(stock.<@Nullable Object>getData()));
        assertThat(told(ours)).describedAs(document).isEqualTo(told(stock));
    }

    /// Errors have no order of their own, where some fields are answered later.
    private static List<String> told(ExecutionResult result) {
        return result.getErrors().stream()
                .map(GraphQLError::toSpecification)
                .map(String::valueOf)
                .sorted()
                .toList();
    }

    private static String selection(Random random, int depth) {
        return IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(i -> field(random, depth, i))
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    private static String field(Random random, int depth, int i) {
        var alias = random.nextInt(3) == 0 ? "a" + i + ": " : "";
        var directive = random.nextInt(6) == 0 ? " @include(if: $" + (random.nextBoolean() ? "yes" : "no") + ")" : "";
        if (depth > 0 && random.nextInt(3) == 0) {
            var name = OBJECTS.get(random.nextInt(OBJECTS.size()));
            var key = name.equals("named") || alias.isEmpty() ? "b" + i + ": " + name : alias + name;
            return key + directive + " " + within(random, name, selection(random, depth - 1));
        }
        var leaves = random.nextInt(12) == 0 ? ODD_LEAVES : LEAVES;
        var name = leaves.get(random.nextInt(leaves.size()));
        return alias + name + directive;
    }

    private static String within(Random random, String name, String selection) {
        if (name.equals("named")) {
            return "{ name ... on Thing " + selection + " }";
        }
        return random.nextBoolean() ? selection : "{ id ... on Named { name } ... " + selection + " }";
    }

    private static DataFetcherExceptionHandler faults() {
        return new SimpleDataFetcherExceptionHandler();
    }

    private static GraphQL engine(ExecutionStrategy strategy) {
        return engine(strategy, true);
    }

    private static GraphQL engine(ExecutionStrategy strategy, boolean propagates) {
        return GraphQL.newGraphQL(SCHEMA)
                .queryExecutionStrategy(strategy)
                .instrumentation(new Propagation(propagates))
                .build();
    }

    private static GraphQLSchema schema() {
        var wiring = RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        type -> type.dataFetcher(
                                "thing", environment -> new Thing(environment.<Integer>getArgument("number"))))
                .type(
                        "Mutation",
                        type -> type.dataFetcher(
                                "thing", environment -> new Thing(environment.<Integer>getArgument("number"))))
                .type("Named", type -> type.typeResolver(LeafStrategyTests::thing))
                .build();
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse("""
                type Query { thing(number: Int!): Thing }
                type Mutation { thing(number: Int!): Thing }
                interface Named { name: String }
                enum Kind { ROUND FLAT }
                type Thing implements Named {
                  id: ID!  name: String  size: Int!  mark: Int!  unreadable: Int  unreadableMust: Int!
                  broken: String  brokenMust: String!  kind: Kind!  noKind: Kind  late: String!  perhaps: String
                  tags: [String!]!  next: Thing  nextMust: Thing!  later: Thing!  many: [Thing!]!  named: Named!
                  lost: Thing
                }"""), wiring);
    }

    private static GraphQLObjectType thing(TypeResolutionEnvironment environment) {
        return environment.getSchema().getObjectType("Thing");
    }
}
