package org.wangge.graphql.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionStrategy;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Leaves that are read at once are answered as the engine answers them, and so is everything else.
class LeafStrategyTests {
    private static final int DOCUMENTS = 800;
    private static final GraphQLSchema SCHEMA = Things.schema();
    private static final List<String> LEAVES =
            List.of("id", "name", "mark", "kind", "late", "perhaps", "tags", "kinds", "__typename");
    private static final List<String> ODD_LEAVES =
            List.of("size", "unreadable", "unreadableMust", "broken", "brokenMust", "noKind", "gaps", "gapsMust");
    private static final List<String> OBJECTS =
            List.of("next", "nextMust", "later", "many", "named", "lost", "some", "someMust", "rows");

    private final GraphQL ours = engine(new LeafStrategy(faults()));
    private final GraphQL stock = engine(new AsyncExecutionStrategy(faults()));

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
                "{ thing(number: 3) { gaps gapsMust some { id size gapsMust } someMust { id } } }",
                "{ thing(number: 4) { rows { size } many { rows { id next { brokenMust } } } } }",
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
}
