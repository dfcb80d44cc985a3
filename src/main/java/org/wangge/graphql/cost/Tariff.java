package org.wangge.graphql.cost;

import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.fetch.ControllerFetcher;

/// What each field of the schema costs, after the cost directives of IBM's specification: an object 1, a
/// value 0 or, where code makes it, 1; a command or subscription 10; a list as many times as it is long.
/// `@cost` and `@listSize` in the schema say where that is not so.
final class Tariff {
    static final int COMMAND = 10;
    private static final int ASSUMED = 10;
    private static final List<String> PAGE_ARGUMENTS = List.of("first", "last");
    private static final List<String> PAGE_PARTS = List.of("nodes", "edges");
    private static final int PAGE = 20;
    private static final int LONGEST_PAGE = 100;
    private static final Map<String, Integer> INTROSPECTION = Map.of(
            Introspection.SchemaMetaFieldDef.getName(), 500,
            Introspection.TypeMetaFieldDef.getName(), 50,
            Introspection.TypeNameMetaFieldDef.getName(), 0);

    private final GraphQLSchema schema;

    Tariff(GraphQLSchema schema) {
        this.schema = schema;
    }

    static boolean isIntrospection(String field) {
        return INTROSPECTION.containsKey(field);
    }

    static int ofIntrospection(String field) {
        return INTROSPECTION.getOrDefault(field, 0);
    }

    /// Of each of the field's items.
    int weight(GraphQLCompositeType parent, GraphQLFieldDefinition field) {
        var type = GraphQLTypeUtil.unwrapAll(field.getType());
        var said = cost(field);
        if (said == null && type instanceof GraphQLDirectiveContainer container) {
            said = cost(container);
        }
        if (said != null) {
            return said;
        }
        if (parent == schema.getMutationType() || parent == schema.getSubscriptionType()) {
            return COMMAND;
        }
        return type instanceof GraphQLCompositeType || isMade(parent, field) ? 1 : 0;
    }

    /// How many items the field has.
    ///
    /// @param isPage whether the field above says it
    Size size(GraphQLFieldDefinition field, Field asked, boolean isPage) {
        if (!(GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLList)) {
            return Size.ONE;
        }
        return isPage ? Size.PAGE : asked(field, asked, ASSUMED, Size.MOST);
    }

    /// How many items those of its parts have that are the page.
    Size page(GraphQLFieldDefinition field, Field asked) {
        return pageParts(field).isEmpty()
                ? Size.ONE
                : asked(field, asked, PAGE, isConnection(field) ? LONGEST_PAGE : Size.MOST);
    }

    /// The parts of the field that are a page of a size told by its arguments.
    List<String> pageParts(GraphQLFieldDefinition field) {
        var said = texts(field, "sizedFields");
        return said.isEmpty() && isConnection(field) ? PAGE_PARTS : said;
    }

    private static boolean isConnection(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.unwrapAll(field.getType()).getName().endsWith("Connection");
    }

    private static Size asked(GraphQLFieldDefinition field, Field asked, int assumed, long most) {
        var said = texts(field, "slicingArguments");
        var arguments = said.isEmpty()
                ? PAGE_ARGUMENTS.stream()
                        .filter(name -> field.getArgument(name) != null)
                        .toList()
                : said;
        var otherwise = arguments.stream()
                .map(name -> field.getArgument(name.split("\\.")[0]))
                .mapToLong(Tariff::standard)
                .max()
                .orElse(0);
        var slices = arguments.stream().map(path -> slice(asked, path)).toList();
        return new Size.Asked(slices, otherwise > 0 ? otherwise : assumedSize(field, assumed), most);
    }

    private static Size.Slice slice(Field asked, String path) {
        var steps = List.of(path.split("\\."));
        var argument = asked.getArguments().stream()
                .filter(given -> given.getName().equals(steps.getFirst()))
                .findFirst();
        return new Size.Slice(argument.map(given -> given.getValue()).orElse(null), steps.subList(1, steps.size()));
    }

    /// What the schema says an argument is where nobody gives it; 0 when it does not.
    private static long standard(@Nullable GraphQLArgument argument) {
        return argument != null && argument.getArgumentDefaultValue().getValue() instanceof IntValue number
                ? number.getValue().longValue()
                : 0;
    }

    private boolean isMade(GraphQLCompositeType parent, GraphQLFieldDefinition field) {
        return parent instanceof GraphQLObjectType object
                && !ControllerFetcher.isProperty(
                        schema.getCodeRegistry().getDataFetcher(FieldCoordinates.coordinates(object, field), field));
    }

    private static @Nullable Integer cost(GraphQLDirectiveContainer element) {
        var weight = value(element.getAppliedDirective("cost"), "weight");
        return weight == null ? null : Integer.valueOf(weight.toString());
    }

    private static int assumedSize(GraphQLFieldDefinition field, int assumed) {
        var said = value(field.getAppliedDirective("listSize"), "assumedSize");
        return said == null ? assumed : (Integer) said;
    }

    private static List<String> texts(GraphQLFieldDefinition field, String argument) {
        return value(field.getAppliedDirective("listSize"), argument) instanceof List<?> texts
                ? texts.stream().map(text -> Objects.toString(text)).toList()
                : List.of();
    }

    private static @Nullable Object value(@Nullable GraphQLAppliedDirective directive, String argument) {
        return directive == null || directive.getArgument(argument) == null
                ? null
                : directive.getArgument(argument).getValue();
    }
}
