package org.wangge.graphql;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQLError;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.graphql.execution.GraphQlSource;
import org.wangge.graphql.document.DocumentLimits;

/// What is just small enough passes, what is one larger does not, and is told so.
class DocumentTests {
    private static final DocumentLimits LIMITS = new DocumentLimits(300, 60, 8, 3, 5, 6, 2, 2, 4, 3);

    private static final DocumentLimits WIDE = new DocumentLimits(9_000, 9_000, 8, 3, 5, 6, 2, 2, 4, 3);

    private final Documents documents = new Documents(LIMITS, source());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { a b c d }                                   | { a b c d e }                                        | ROOT_FIELDS 5 4
            { a b ...F } fragment F on Query { c d }      | { a b ...F } fragment F on Query { c d e }           | ROOT_FIELDS 5 4
            { a ... { b c d } }                           | { a ... { b ... on Query { c d e } } }               | ROOT_FIELDS 5 4
            { x: a y: b }                                 | { x: a y: b z: a }                                   | ALIASES 3 2
            { o { x: a } p { ...F } } fragment F on Query { y: a } | { o { ...F ...F } p { ...F } } fragment F on Query { x: a } | ALIASES 3 2
            { a @d b @d }                                 | { a @d b @d c @d }                                   | DIRECTIVES 3 2
            query @q { a @d }                             | query @q { a @d b @d }                               | DIRECTIVES 3 2
            query($v: Int @v) { a(n: $v) @d }             | query($v: Int @v) { a(n: $v) @d b @d }               | DIRECTIVES 3 2
            { ...F @d } fragment F on Query { a @d }      | { ...F @d ...F } fragment F on Query { a @d }        | DIRECTIVES 3 2
            { ...F } fragment F on Query @d { a @d }      | { o { ...F } p { ...F } } fragment F on Query @d { a @d } | DIRECTIVES 4 2
            { ... @d { a @d } }                           | { ... @d { a @d @r } }                               | DIRECTIVES 3 2
            { o { o { a } } }                             | { o { o { o { a } } } }                              | DEPTH 4 3
            { o { ...F } } fragment F on Query { o { a } } | { o { ...F } } fragment F on Query { o { o { a } } } | DEPTH 4 3
            { o { ... { o { a } } } }                     | { o { ... { o { o { a } } } } }                      | DEPTH 4 3
            { __schema { types { fields { type { name } } } } } | { __schema { types { fields { type { ofType { name } } } } } } | INTROSPECTION_DEPTH 6 5
            { __schema { ...F } } fragment F on __Schema { types { ofType { ofType { name } } } } | { __schema { ...F } } fragment F on __Schema { types { ofType { ofType { ofType { name } } } } } | INTROSPECTION_DEPTH 6 5
            { o { a b c d e } }                           | { o { a b c d e a } }                                | FIELDS 7 6
            { o { ...F ...F } b } fragment F on Query { a b } | { o { ...F ...F ...F } } fragment F on Query { a b } | FIELDS 7 6
            { o { ...F } } fragment F on Query { ...G ...G } fragment G on Query { a b } | { o { ...F ...F } } fragment F on Query { ...G ...G } fragment G on Query { a b } | FIELDS 9 6
            """)
    void countsWithAllFragmentsPutIn(String small, String large, String limit) {
        assertThat(errors(small)).isEmpty();

        var expected = limit.split(" ");
        var error = errors(large).getFirst();
        assertThat(error.getExtensions())
                .containsEntry("code", "DOCUMENT_TOO_LARGE")
                .containsEntry("limit", expected[0]);
        assertThat(error.getMessage()).contains(" " + expected[1] + " ").contains("at most " + expected[2] + " ");
    }

    @Test
    void countsCharactersAndTokens() {
        assertThat(errors("{ a }" + " ".repeat(295))).isEmpty();
        assertThat(limit("{ a }" + " ".repeat(296))).isEqualTo("CHARACTERS");
        assertThat(errors("{ o { a(l: [" + "1 ".repeat(3) + "]) } }")).isEmpty();
        assertThat(errors("{ a(n: 1) }" + "#\n".repeat(60))).isEmpty();
        assertThat(limit("{ a(n: 1) }" + "#\n".repeat(61))).isEqualTo("TOKENS");
        assertThat(limit("{ a(l: [" + "1 ".repeat(60) + "]) }")).isEqualTo("TOKENS");
    }

    /// What looks like a number in a text, a comment or a name is none.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            { a(n: 12345678) }                                       | { a(n: 123456789) }
            { a(l: [-12345678 12345678]) }                           | { a(l: [-123456789]) }
            { a(x: "123456789") b(n: 1) }                            | { a(x: "\\"" n: 123456789) }
            { a(x: "1\\"23456789") }                                 | { a(x: "\\\\" n: 123456789) }
            { a(x: \"""123456789 " \\\"""123456789\""") }             | { a(x: \"""1 " \\\""" 2\""" n: 123456789) }
            { a123456789: b }                                        | { a(n: 1.5e+2345678) }
            { a } # 123456789 "                                      | { a(n: 1E123456789) }
            """)
    void countsTheDigitsOfANumber(String small, String large) {
        assertThat(errors(small))
                .noneMatch(error -> String.valueOf(error.getExtensions()).contains("DIGITS"));
        assertThat(limit(large)).isEqualTo("DIGITS");
    }

    @Test
    void tellsAllThatIsTooLargeAtOnce() {
        assertThat(errors("{ a b c d e o { o { o { a } } } }"))
                .extracting(error -> error.getExtensions().get("limit"))
                .containsExactly("ROOT_FIELDS", "DEPTH", "FIELDS");
    }

    @Test
    void countsEachOperationAndEachFragmentByItself() {
        assertThat(errors("query A { a b c d } query B { a b c d }")).isEmpty();
        assertThat(limit("query A { a } query B { a b c d e }")).isEqualTo("ROOT_FIELDS");
        assertThat(limit("{ a } fragment F on Query { o { o { o { o { o { a } } } } } }"))
                .isEqualTo("INTROSPECTION_DEPTH");
        assertThat(errors("{ o { ...F } } fragment F on Query { a b c d e }")).isEmpty();
    }

    /// Counted one by one they would take for ever, and 2 to the 64th is 0 to who does not look.
    @Test
    @Timeout(10)
    void countsFragmentsThatDoubleEachOther() {
        var doubling = IntStream.range(0, 64)
                .mapToObj(i -> "fragment F%d on Query { ...F%d ...F%d }".formatted(i, i + 1, i + 1))
                .collect(joining(" ", "{ o { ...F0 } } fragment F64 on Query { a } ", ""));

        var errors = new Documents(WIDE, source())
                .prepared(doubling, Locale.ENGLISH, "")
                .getErrors();

        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().getExtensions()).containsEntry("limit", "FIELDS");
    }

    @Test
    void findsFragmentsThatContainThemselves() {
        for (var document : List.of(
                "{ ...F } fragment F on Query { o { ...F } }",
                "{ ...F } fragment F on Query { ...G } fragment G on Query { a ...F }",
                "{ a } fragment F on Query { ...F }")) {
            assertThat(errors(document).getFirst().getExtensions()).containsEntry("code", "FRAGMENT_CYCLE");
        }
    }

    @Test
    void countsTheValuesOfALiteralList() {
        assertThat(errors("{ a(l: [1 2 3]) }")).isEmpty();
        assertThat(errors("{ a(l: [1 2 3 4]) }").getFirst().getMessage())
                .isEqualTo("The list at l has 4 values; at most 3 are allowed.");
        assertThat(errors("{ a(i: {i: {l: [1 2 3 4]}}) }").getFirst().getMessage())
                .contains("at i.i.l ");
        assertThat(errors("query($v: [Int] = [1 2 3 4]) { a(l: $v) }")
                        .getFirst()
                        .getMessage())
                .contains("at $v ");
    }

    @Test
    void refusesWhatIsNestedTooDeepForTheParser() {
        var deep = new Documents(WIDE, source());

        for (var document :
                List.of("{a".repeat(200) + "}".repeat(200), "{ a(l: " + "[".repeat(200) + "]".repeat(200) + ") }")) {
            var error = deep.prepared(document, Locale.ENGLISH, "").getErrors().getFirst();
            assertThat(error.getExtensions()).containsEntry("limit", "DEPTH");
        }
    }

    @Test
    void speaksTheLanguageOfTheRequest() {
        assertThat(errors("{ a b c d e }").getFirst().getMessage()).contains("fields at its root");
        assertThat(documents
                        .prepared("{ a b c d e }", Locale.CHINESE, "")
                        .getErrors()
                        .getFirst()
                        .getMessage())
                .isEqualTo("请求文档的根字段数为 5，上限为 4。");
    }

    @Test
    void readsADocumentOnce() {
        var known = documents.prepared("{ a }", Locale.ENGLISH, "");

        assertThat(documents.prepared("{ a }", Locale.CHINESE, "")).isSameAs(known);
    }

    private List<? extends GraphQLError> errors(String document) {
        var entry = documents.prepared(document, Locale.ENGLISH, "");
        return entry.hasErrors() ? entry.getErrors() : List.of();
    }

    private Object limit(String document) {
        assertThat(errors(document)).hasSize(1);
        return Map.copyOf(errors(document).getFirst().getExtensions()).getOrDefault("limit", "none");
    }

    private static org.springframework.beans.factory.ObjectProvider<GraphQlSource> source() {
        var schema =
                new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse("""
                        directive @q on QUERY
                        directive @v on VARIABLE_DEFINITION
                        directive @d on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT | FRAGMENT_DEFINITION
                        directive @r on FIELD
                        type Query { a(n: Int, l: [Int], i: In): Int b: Int c: Int d: Int e: Int o: Query p: Query }
                        input In { l: [Int] i: In }"""), RuntimeWiring.MOCKED_WIRING);
        return new StaticListableBeanFactory(
                        Map.of("source", GraphQlSource.builder(schema).build()))
                .getBeanProvider(GraphQlSource.class);
    }
}
