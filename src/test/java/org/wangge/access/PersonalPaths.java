package org.wangge.access;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// All ways through the graph, up to a length, that end at a personal value: for each root field one
/// selection that takes all of them. Every field stands under an alias with its type, so that types
/// which share a field's name can stand side by side.
final class PersonalPaths {
    private static final int CALLS = 20;

    private final GraphQLSchema schema;
    private final int longest;
    private final Map<String, List<String>> arguments;
    private int count;

    /// @param arguments what to give for an argument, by the name of its type or, for scalars, its own
    PersonalPaths(GraphQLSchema schema, int longest, Map<String, List<String>> arguments) {
        this.schema = schema;
        this.longest = longest;
        this.arguments = arguments;
    }

    /// How many paths the selections made so far take.
    int count() {
        return count;
    }

    /// For each root field that leads to a personal value, the calls of it, one for each combination of
    /// what its arguments can be given.
    Map<String, Walk> of(GraphQLObjectType root) {
        var walks = new TreeMap<String, Walk>();
        for (var field : root.getFieldDefinitions()) {
            var selection = selection(type(field), longest - 1);
            if (selection != null) {
                var fragment = "fragment Below on " + type(field).getName() + " { " + selection + " }";
                walks.put(
                        field.getName(),
                        new Walk(
                                given(field).stream()
                                        .map(given -> field.getName() + given + " { ...Below }")
                                        .toList(),
                                fragment));
            }
        }
        return walks;
    }

    /// All calls of one root field, which share the selection below it.
    record Walk(List<String> calls, String fragment) {
        /// Documents with some of the calls each.
        List<String> documents(String operation) {
            var documents = new ArrayList<String>();
            for (int from = 0; from < calls.size(); from += CALLS) {
                var some = calls.subList(from, Math.min(calls.size(), from + CALLS));
                documents.add(IntStream.range(0, some.size())
                        .mapToObj(i -> "q" + i + ": " + some.get(i))
                        .collect(Collectors.joining("\n", operation + " { ", " }\n" + fragment)));
            }
            return documents;
        }
    }

    private @Nullable String selection(GraphQLNamedType type, int left) {
        if (left == 0) {
            return null;
        }
        return switch (type) {
            case GraphQLObjectType object -> fields(object, left);
            case GraphQLInterfaceType open -> fragments(schema.getImplementations(open), left);
            case GraphQLUnionType union ->
                fragments(
                        union.getTypes().stream()
                                .map(one -> (GraphQLObjectType) one)
                                .toList(),
                        left);
            default -> null;
        };
    }

    private @Nullable String fragments(List<GraphQLObjectType> types, int left) {
        var fragments = new ArrayList<String>();
        for (var type : types) {
            var fields = fields(type, left);
            if (fields != null) {
                fragments.add("... on " + type.getName() + " { " + fields + " }");
            }
        }
        return fragments.isEmpty() ? null : String.join(" ", fragments);
    }

    private @Nullable String fields(GraphQLFieldsContainer type, int left) {
        var fields = new ArrayList<String>();
        for (var field : type.getFieldDefinitions()) {
            var alias = type.getName() + "_" + field.getName() + ": " + field.getName();
            if (field.hasAppliedDirective("personal")) {
                count++;
                fields.add(alias + " { display value visibility }");
            } else {
                var below = selection(type(field), left - 1);
                if (below != null) {
                    fields.add(alias + given(field).getFirst() + " { " + below + " }");
                }
            }
        }
        if (fields.isEmpty()) {
            return null;
        }
        return "__typename " + (type.getFieldDefinition("id") == null ? "" : "id ") + String.join(" ", fields);
    }

    private List<String> given(GraphQLFieldDefinition field) {
        var given = List.of("");
        for (var argument : field.getArguments()) {
            var values = values(argument, field);
            var before = given;
            if (!values.isEmpty()) {
                given = values.stream()
                        .flatMap(value -> before.stream()
                                .map(head -> head + (head.isEmpty() ? "" : ", ") + argument.getName() + ": " + value))
                        .toList();
            }
        }
        return given.stream().map(all -> all.isEmpty() ? "" : "(" + all + ")").toList();
    }

    private List<String> values(GraphQLArgument argument, GraphQLFieldDefinition field) {
        var type = GraphQLTypeUtil.unwrapAll(argument.getType()).getName();
        var values = arguments.getOrDefault(type, arguments.get(argument.getName()));
        if (values == null && GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue()) {
            throw new AssertionError(
                    "say what to give for %s of %s, else nobody walks through it".formatted(argument, field.getName()));
        }
        return values == null ? List.of() : values;
    }

    private static GraphQLNamedType type(GraphQLFieldDefinition field) {
        return (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType());
    }
}
