package org.wangge.graphql.cost;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.util.FpKit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the plan of an operation of a valid document. Of fragments on different types that cannot all
/// apply each is counted: what is told in the end is less.
final class Planner {
    private final GraphQLSchema schema;
    private final Tariff tariff;
    private final Map<String, FragmentDefinition> fragments;

    private Planner(GraphQLSchema schema, Document document) {
        this.schema = schema;
        this.tariff = new Tariff(schema);
        this.fragments =
                FpKit.getByName(document.getDefinitionsOfType(FragmentDefinition.class), FragmentDefinition::getName);
    }

    static Plan plan(GraphQLSchema schema, Document document, OperationDefinition operation) {
        var planner = new Planner(schema, document);
        var root = switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
        return new Plan(
                operation.getOperation() == OperationDefinition.Operation.MUTATION,
                planner.steps(Objects.requireNonNull(root), List.of(operation.getSelectionSet()), List.of()));
    }

    /// Fields that are told as one, because they have one name, one meaning and one condition.
    private record Together(String key, GraphQLCompositeType parent, String name, List<Condition> conditions) {}

    private List<Step> steps(GraphQLCompositeType parent, List<SelectionSet> selections, List<String> pageParts) {
        var together = new LinkedHashMap<Together, List<Field>>();
        selections.forEach(selection -> collect(together, selection, parent, List.of()));
        return together.entrySet().stream()
                .flatMap(entry -> step(entry.getKey(), entry.getValue(), pageParts).stream())
                .toList();
    }

    private void collect(
            Map<Together, List<Field>> together,
            SelectionSet selections,
            GraphQLCompositeType parent,
            List<Condition> around) {
        for (Selection<?> selection : selections.getSelections()) {
            switch (selection) {
                case Field field -> {
                    var conditions = both(around, Condition.of(field));
                    together.computeIfAbsent(
                                    new Together(field.getResultKey(), parent, field.getName(), conditions),
                                    _ -> new ArrayList<>())
                            .add(field);
                }
                case InlineFragment inline ->
                    collect(
                            together,
                            inline.getSelectionSet(),
                            type(inline.getTypeCondition(), parent),
                            both(around, Condition.of(inline)));
                case FragmentSpread spread -> {
                    var fragment = Objects.requireNonNull(fragments.get(spread.getName()));
                    collect(
                            together,
                            fragment.getSelectionSet(),
                            type(fragment.getTypeCondition(), parent),
                            both(around, Condition.of(spread)));
                }
                default -> throw new IllegalStateException(selection.toString());
            }
        }
    }

    private GraphQLCompositeType type(@Nullable TypeName condition, GraphQLCompositeType around) {
        return condition == null
                ? around
                : (GraphQLCompositeType) Objects.requireNonNull(schema.getType(condition.getName()));
    }

    private static List<Condition> both(List<Condition> around, List<Condition> here) {
        return Stream.concat(around.stream(), here.stream()).distinct().toList();
    }

    /// Nothing, when it costs nothing.
    private List<Step> step(Together told, List<Field> fields, List<String> pageParts) {
        if (Tariff.isIntrospection(told.name())) {
            var weight = Tariff.ofIntrospection(told.name());
            return priced(new Step(told.key(), weight, Size.ONE, Size.ONE, told.conditions(), List.of()));
        }
        var definition = definition(told);
        var asked = fields.getFirst();
        return priced(new Step(
                told.key(),
                tariff.weight(told.parent(), definition),
                tariff.size(definition, asked, pageParts.contains(told.name())),
                tariff.page(definition, asked),
                told.conditions(),
                Stream.concat(parts(definition, fields).stream(), work(told, definition).stream())
                        .toList()));
    }

    private static List<Step> priced(Step step) {
        return step.weight() == 0 && step.parts().isEmpty() ? List.of() : List.of(step);
    }

    private GraphQLFieldDefinition definition(Together told) {
        var parent = (GraphQLFieldsContainer) told.parent();
        return Objects.requireNonNull(parent.getFieldDefinition(told.name()));
    }

    private List<Step> parts(GraphQLFieldDefinition definition, List<Field> fields) {
        var selections = fields.stream()
                .map(Field::getSelectionSet)
                .filter(Objects::nonNull)
                .toList();
        return GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type
                ? steps(type, selections, tariff.pageParts(definition))
                : List.of();
    }

    /// Of a command on many things, which does its work for each of them whatever is asked about it.
    private List<Step> work(Together told, GraphQLFieldDefinition definition) {
        return told.parent() == schema.getMutationType()
                        && !tariff.pageParts(definition).isEmpty()
                ? List.of(new Step("", Tariff.COMMAND, Size.PAGE, Size.ONE, List.of(), List.of()))
                : List.of();
    }
}
