package org.wangge.graphql.cost;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a document costs, reckoned by hand: 1 for the request, then as the schema below says.
class PlanTests {
    private static final GraphQLSchema SCHEMA = new SchemaGenerator()
            .makeExecutableSchema(
                    new SchemaParser().parse("""
            directive @cost(weight: String!) on FIELD_DEFINITION | OBJECT
            directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
            type Query {
              value: Int
              made: Int
              one: Thing
              some: [Thing!]!
              things(first: Int, last: Int): ThingConnection
              newest(last: Int! = 30): [Thing!]
              named(ids: [ID!]!): [Thing]! @listSize(slicingArguments: ["ids"])
              many: [Thing!] @listSize(assumedSize: 50)
              feed(first: Int): Feed @listSize(slicingArguments: ["first"], assumedSize: 40, sizedFields: ["items"])
              any: Any
            }
            type Mutation {
              act: Result
              actOnAll(input: All!): Results @listSize(slicingArguments: ["input.things"], sizedFields: ["outcomes"])
            }
            type Subscription { news: Thing }
            input All { things: [Int!]! }
            type Result { thing: Thing }
            type Results { outcomes: [Result!] done: Int }
            type Feed { items: [Thing!] }
            type ThingConnection { nodes: [Thing!] edges: [Edge!] total: Total info: Int }
            type Edge { node: Thing }
            type Total @cost(weight: "7") { amount: Int }
            type Thing { id: ID made: Int dear: Int @cost(weight: "5") one: Thing things(first: Int): ThingConnection newest(last: Int): [Thing!] }
            union Any = Thing | Total"""),
                    RuntimeWiring.newRuntimeWiring()
                            .type("Query", type -> type.dataFetcher("made", _ -> 1))
                            .type("Thing", type -> type.dataFetcher("made", _ -> 1))
                            .type("Any", type -> type.typeResolver(_ -> null))
                            .build());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { value }                                                             | 1
            { value __typename }                                                  | 1
            { made }                                                              | 2
            { a: made b: made made }                                              | 4
            { one { id } }                                                        | 2
            { one { id dear } }                                                   | 7
            { one { made one { made } } }                                         | 5
            { some { id } }                                                       | 11
            { some { one { id } } }                                               | 21
            { many { id } }                                                       | 51
            { things { info } }                                                   | 2
            { things { nodes { id } } }                                           | 22
            { things(first: 3) { nodes { id } } }                                 | 5
            { things(last: 4) { nodes { id } } }                                  | 6
            { things(first: 3) { nodes { one { id } } edges { node { id } } } }   | 14
            { things(first: 3) { nodes { id } total { amount } } }                | 12
            { things(first: 2147483647) { nodes { id } } }                        | 102
            { things(first: 5) { nodes { things(first: 4) { nodes { id } } } } }  | 32
            { newest { id } }                                                     | 31
            { newest(last: 2) { id } }                                            | 3
            { newest(last: 500) { id } }                                          | 501
            { named(ids: [1 2 3]) { id } }                                        | 4
            { named(ids: 1) { id } }                                              | 2
            { feed { items { id } } }                                             | 42
            { feed(first: 9) { items { id } } }                                   | 11
            { any { ... on Thing { one { id } } ... on Total { amount } } }       | 3
            { ...F ...F } fragment F on Query { one { id } }                      | 2
            { ...F one { one { id } } } fragment F on Query { one { made } }      | 4
            { some { ...F } } fragment F on Thing { one { id } }                  | 21
            { some { ...F ...G } } fragment F on Thing { one { id } } fragment G on Thing { one { made } } | 31
            { one @skip(if: true) { id } }                                        | 1
            { one @skip(if: false) { id } }                                       | 2
            { one @include(if: true) { id } }                                     | 2
            { one @include(if: false) { id } }                                    | 1
            { ... @include(if: false) { one { id } } }                            | 1
            { ...F @skip(if: true) } fragment F on Query { one { id } }           | 1
            { __type(name: "A") { name } }                                        | 51
            { __schema { types { name } } }                                       | 501
            mutation { act { thing { id } } }                                     | 12
            mutation { a: act { thing { id } } b: act { thing { id } } }          | 23
            mutation { actOnAll(input: {things: [1 2 3]}) { outcomes { thing { id } } } } | 47
            mutation { actOnAll(input: {things: [1 2 3]}) { done } }              | 41
            subscription { news { one { id } } }                                  | 12
            """)
    void costsWhatTheSchemaSays(String document, long cost) {
        assertThat(requested(document, Map.of())).isEqualTo(cost);
    }

    @Test
    void asksItsVariables() {
        var page = "query($n: Int) { things(first: $n) { nodes { id } } }";
        assertThat(requested(page, Map.of("n", 50))).isEqualTo(52);
        assertThat(requested(page, Map.of())).isEqualTo(22);
        var none = new HashMap<String, @Nullable Object>();
        none.put("n", null);
        assertThat(requested(page, none)).isEqualTo(22);
        assertThat(requested("query($n: Int!) { newest(last: $n) { id } }", Map.of("n", 7)))
                .isEqualTo(8);
        assertThat(requested("query($ids: [ID!]!) { named(ids: $ids) { id } }", Map.of("ids", List.of("a", "b"))))
                .isEqualTo(3);
        assertThat(requested("query($a: ID!) { named(ids: [$a $a $a]) { id } }", Map.of("a", "a")))
                .isEqualTo(4);
        var all = "mutation($i: All!) { actOnAll(input: $i) { outcomes { thing { id } } } }";
        assertThat(requested(all, Map.of("i", Map.of("things", List.of(1, 2))))).isEqualTo(35);
        var things = "mutation($t: [Int!]!) { actOnAll(input: {things: $t}) { outcomes { thing { id } } } }";
        assertThat(requested(things, Map.of("t", List.of(1, 2)))).isEqualTo(35);
    }

    @Test
    void leavesOutWhatItsVariablesLeaveOut() {
        var document = "query($v: Boolean!) { one @include(if: $v) { id } some @skip(if: $v) { id } }";

        assertThat(requested(document, Map.of("v", true))).isEqualTo(2);
        assertThat(requested(document, Map.of("v", false))).isEqualTo(11);
    }

    @Test
    void growsNoLongerBeyondAllBounds() {
        var deep = "things(first: 100) { nodes { ".repeat(12) + "id" + " } }".repeat(12);

        assertThat(requested("{ " + deep + " }", Map.of())).isEqualTo(Size.MOST);
        assertThat(requested("{ newest(last: 2147483647) { things(first: 100) { nodes { id } } } }", Map.of()))
                .isEqualTo(Size.MOST);
        for (var levels = 1; levels < 8; levels++) {
            var huge = "newest(last: 999999999999) { ".repeat(levels) + "id" + " }".repeat(levels);
            assertThat(requested("{ " + huge + " }", Map.of())).isEqualTo(Size.MOST);
        }
    }

    @Test
    void reckonsAnEventOfASubscriptionByWhatIsAskedOfIt() {
        assertThat(plan("subscription { news { id } }").requestedByEvent(Map.of()))
                .isZero();
        assertThat(plan("subscription { news { one { id } made } }").requestedByEvent(Map.of()))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            { one { id } }                         | one                | 2
            { one { id } }                         | one:null           | 2
            { one { one { id } } }                 | one:null           | 2
            { some { id } }                        | some:0             | 1
            { some { id } }                        | some:3             | 4
            { some { one { id } } }                | some:3 one         | 7
            { s: some { id } }                     | s:3                | 4
            { any { ... on Thing { one { id } } ... on Total { amount } } } | any | 2
            { made @include(if: false) }           | none               | 1
            mutation { act { thing { id } } }      | act                | 99
            """)
    void countsWhatIsTold(String document, String told, long cost) {
        assertThat(plan(document).actual(data(Arrays.asList(told.split(" "))), 99))
                .isEqualTo(cost);
    }

    /// An object of fields: `name` an object, `name:null`, `name:3` a list of three; each with what follows in it.
    private static Map<String, @Nullable Object> data(List<String> told) {
        var data = new HashMap<String, @Nullable Object>();
        if (!told.isEmpty()) {
            var field = told.getFirst().split(":");
            var inner = data(told.subList(1, told.size()));
            var count = field.length == 1 ? "" : field[1];
            data.put(
                    field[0],
                    switch (count) {
                        case "" -> inner;
                        case "null" -> null;
                        default -> java.util.Collections.nCopies(Integer.parseInt(count), inner);
                    });
        }
        return data;
    }

    private static long requested(String document, Map<String, ? extends @Nullable Object> variables) {
        return plan(document).requested(new HashMap<>(variables));
    }

    private static Plan plan(String text) {
        var document = Parser.parse(text);
        return Planner.plan(
                SCHEMA,
                document,
                document.getDefinitionsOfType(OperationDefinition.class).getFirst());
    }
}
