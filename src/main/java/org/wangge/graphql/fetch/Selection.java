package org.wangge.graphql.fetch;

import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLObjectType;
import graphql.schema.LightDataFetcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What is asked of an object of one type, found out once for all objects of an answer that stand at the same
/// place: which fields are leaves that are read off the object, and which the engine must fetch.
final class Selection {
    private static final FieldCollector COLLECTOR = new FieldCollector();

    private final List<Asked> asked;
    private final MergedSelectionSet others;

    private Selection(List<Asked> asked) {
        this.asked = asked;
        this.others = fetched(asked.stream().filter(one -> one.leaf() == null).toList());
    }

    /// A field of the answer.
    ///
    /// @param leaf how it is read; null where the engine fetches it
    private record Asked(
            String key, MergedField field, @Nullable Leaf leaf) {}

    static Selection of(MergedField parent, GraphQLObjectType type, ExecutionContext context, Selections selections) {
        var parameters = FieldCollectorParameters.newParameters()
                .schema(context.getGraphQLSchema())
                .objectType(type)
                .fragments(context.getFragmentsByName())
                .variables(context.getCoercedVariables().toMap())
                .graphQLContext(context.getGraphQLContext())
                .build();
        var fields = COLLECTOR.collectFields(parameters, parent, context.hasIncrementalSupport());
        return new Selection(fields.getSubFields().entrySet().stream()
                .map(field ->
                        new Asked(field.getKey(), field.getValue(), leaf(field.getValue(), type, context, selections)))
                .toList());
    }

    private static @Nullable Leaf leaf(
            MergedField asked, GraphQLObjectType type, ExecutionContext context, Selections selections) {
        if (asked.getName().equals(Introspection.TypeNameMetaFieldDef.getName())) {
            return Leaf.always(type.getName());
        }
        var field = type.getFieldDefinition(asked.getName());
        if (field == null) {
            return null;
        }
        var fetcher = context.getGraphQLSchema().getCodeRegistry().getDataFetcher(type, field);
        var isProperty = ControllerFetcher.isProperty(fetcher);
        if (!isProperty && !(fetcher instanceof NearFetcher)) {
            return null;
        }
        var completion = Completion.of(field.getType(), asked, selections);
        return completion == null
                ? null
                : switch (fetcher) {
                    case NearFetcher relation -> Leaf.relation(relation.near(), completion);
                    case LightDataFetcher<?> property -> Leaf.property(field, property, completion);
                    default -> null;
                };
    }

    /// Whether all that is asked of an object may be at hand.
    boolean isReadAtOnce() {
        return others.isEmpty();
    }

    /// What was read of one object: in the order of what is asked, with [Completion#UNREAD] where the engine is asked.
    @Nullable
    Object[] read(Object source, ExecutionContext context) {
        var values = new @Nullable Object[asked.size()];
        for (int i = 0; i < values.length; i++) {
            var leaf = asked.get(i).leaf();
            values[i] = leaf == null ? Completion.UNREAD : leaf.read(source, context);
        }
        return values;
    }

    /// What the engine is asked for, with the leaves that could not be read: it has the words for it.
    MergedSelectionSet unread(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == Completion.UNREAD && asked.get(i).leaf() != null) {
                return fetched(allUnread(values));
            }
        }
        return others;
    }

    private List<Asked> allUnread(@Nullable Object[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> values[i] == Completion.UNREAD)
                .mapToObj(asked::get)
                .toList();
    }

    private static MergedSelectionSet fetched(List<Asked> fields) {
        var byKey = new LinkedHashMap<String, MergedField>();
        fields.forEach(field -> byKey.put(field.key(), field.field()));
        return MergedSelectionSet.newMergedSelectionSet().subFields(byKey).build();
    }

    /// The object as it is answered, when all that is asked of it is at hand; else [Completion#UNREAD].
    Object complete(Object source, ExecutionContext context) {
        var answer = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(asked.size());
        for (var one : asked) {
            var value = one.leaf() == null ? Completion.UNREAD : one.leaf().read(source, context);
            if (value == Completion.UNREAD) {
                return value;
            }
            answer.put(one.key(), value);
        }
        return answer;
    }

    /// The object as it is answered, in the order of what is asked.
    Map<String, @Nullable Object> answer(@Nullable Object[] values, Map<String, @Nullable Object> fetched) {
        var answer = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(values.length);
        for (int i = 0; i < values.length; i++) {
            var key = asked.get(i).key();
            answer.put(key, values[i] == Completion.UNREAD ? fetched.get(key) : values[i]);
        }
        return answer;
    }
}
