package org.wangge.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A choice is `@oneOf`: what must be given, and wants none of its fields, wants one of them.
class OneOfTests {
    private final List<InputObjectTypeDefinition> inputs = new ArrayList<>();
    private final List<ObjectTypeDefinition> objects = new ArrayList<>();

    OneOfTests() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("schema"), "*.graphqls")) {
            for (var file : files) {
                var document = new Parser().parseDocument(Files.readString(file));
                inputs.addAll(document.getDefinitionsOfType(InputObjectTypeDefinition.class));
                objects.addAll(document.getDefinitionsOfType(ObjectTypeDefinition.class));
            }
        }
    }

    @Test
    void whatMustBeGivenAndWantsNothingIsAChoice() {
        var given = mustBeGiven();
        var choices = inputs.stream()
                .filter(input -> given.contains(input.getName()))
                .filter(input -> input.getInputValueDefinitions().stream().noneMatch(OneOfTests::isNonNull));

        assertThat(choices).isNotEmpty().allMatch(input -> input.hasDirective("oneOf"));
    }

    @Test
    void aChoiceMustBeMade() {
        var choices = inputs.stream().filter(input -> input.hasDirective("oneOf"));

        assertThat(choices.map(InputObjectTypeDefinition::getName)).isNotEmpty().allMatch(mustBeGiven()::contains);
    }

    /// The inputs that are given alone; those of which there is a list may be left out.
    private Set<String> mustBeGiven() {
        var arguments = objects.stream()
                .flatMap(type -> type.getFieldDefinitions().stream())
                .flatMap(field -> field.getInputValueDefinitions().stream());
        var fields = inputs.stream().flatMap(input -> input.getInputValueDefinitions().stream());
        return Stream.concat(arguments, fields)
                .filter(OneOfTests::isNonNull)
                .map(value -> ((NonNullType) value.getType()).getType())
                .filter(TypeName.class::isInstance)
                .map(type -> ((TypeName) type).getName())
                .collect(Collectors.toSet());
    }

    private static boolean isNonNull(InputValueDefinition value) {
        return value.getType() instanceof NonNullType;
    }
}
