package org.wangge.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import graphql.ExecutionResult;
import graphql.language.FieldDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.TypeName;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.graphql.execution.GraphQlSource;
import reactor.core.publisher.Mono;

/// A client may rely on it that what carries `@semanticNonNull` is there where no error says otherwise. It stands
/// where the graph asks for something by name, and on what everybody may see: there null is told in the description.
class SemanticNonNullTests {
    private static final String DIRECTIVE = "semanticNonNull";

    /// Types whose objects nobody is kept from.
    private static final Set<String> OPEN_TO_ALL = Set.of("Grid", "IssueCategory");

    record Field(String type, FieldDefinition definition) {
        boolean isMarked() {
            return definition.hasDirective(DIRECTIVE);
        }

        boolean tellsWhenNull() {
            var description = definition.getDescription();
            return description != null && description.getContent().toLowerCase().contains("null");
        }

        boolean isNullable() {
            return !(definition.getType() instanceof NonNullType);
        }

        boolean leadsToWhatAllMaySee() {
            return definition.getType() instanceof TypeName name && OPEN_TO_ALL.contains(name.getName());
        }

        @Override
        public String toString() {
            return type + "." + definition.getName();
        }
    }

    static Stream<Field> fields() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("schema"), "*.graphqls")) {
            var definitions = Stream.<SDLDefinition<?>>builder();
            for (var file : files) {
                new Parser()
                        .parseDocument(Files.readString(file))
                        .getDefinitionsOfType(SDLDefinition.class)
                        .forEach(definitions::add);
            }
            return definitions
                    .build()
                    .filter(ObjectTypeDefinition.class::isInstance)
                    .map(ObjectTypeDefinition.class::cast)
                    .flatMap(
                            type -> type.getFieldDefinitions().stream().map(field -> new Field(type.getName(), field)));
        }
    }

    @Test
    void whatIsAskedForByNameIsMarkedOrSaysWhenItIsNull() throws IOException {
        assertThat(fields().filter(Field::isNullable)
                        .filter(field -> field.type().equals("Query")))
                .isNotEmpty()
                .allSatisfy(
                        field -> assertThat(field.isMarked()).as("%s", field).isNotEqualTo(field.tellsWhenNull()));
    }

    @Test
    void whatEverybodyMaySeeIsMarkedOrSaysWhenItIsNull() throws IOException {
        assertThat(fields().filter(Field::isNullable).filter(Field::leadsToWhatAllMaySee))
                .isNotEmpty()
                .allSatisfy(
                        field -> assertThat(field.isMarked()).as("%s", field).isNotEqualTo(field.tellsWhenNull()));
    }

    @Test
    void onlyWhatMayBeNullIsMarked() throws IOException {
        assertThat(fields().filter(Field::isMarked)).isNotEmpty().allMatch(Field::isNullable);
    }

    @Test
    void whatBecameOfACommandIsNeverNull() throws IOException {
        assertThat(fields().filter(field -> field.type().equals("Mutation")))
                .isNotEmpty()
                .noneMatch(Field::isNullable);
    }

    static List<Arguments> sources() {
        return List.of(
                arguments(null, false),
                arguments(Mono.empty(), false),
                arguments(CompletableFuture.completedFuture(null), false),
                arguments("there", true),
                arguments(Mono.just("there"), true),
                arguments(CompletableFuture.completedFuture("there"), true));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void aSourceThatGivesNothingIsAnError(@Nullable Object given, boolean isThere) {
        var result = asked(given);

        assertThat(result.getData().toString()).isEqualTo(isThere ? "{found=there}" : "{found=null}");
        assertThat(result.getErrors()).hasSize(isThere ? 0 : 1);
    }

    private static ExecutionResult asked(@Nullable Object given) {
        var sdl = """
                directive @semanticNonNull(levels: [Int!]! = [0]) on FIELD_DEFINITION
                type Query { found: String @semanticNonNull }""";
        return GraphQlSource.schemaResourceBuilder()
                .schemaResources(new ByteArrayResource(sdl.getBytes(StandardCharsets.UTF_8)))
                .configureRuntimeWiring(wiring -> wiring.type("Query", type -> type.dataFetcher("found", _ -> given)))
                .configureRuntimeWiring(new SemanticNonNull())
                .build()
                .graphQl()
                .execute("{ found }");
    }
}
