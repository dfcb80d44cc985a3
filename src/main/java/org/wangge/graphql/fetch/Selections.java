package org.wangge.graphql.fetch;

import graphql.execution.ExecutionContext;
import graphql.execution.MergedField;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What one execution asks of the objects and lists of its answer, found out once for each place.
final class Selections {
    private final ExecutionContext context;
    private final Map<Place, Selection> objects = new ConcurrentHashMap<>();
    private final Map<Place, Optional<Completion>> lists = new ConcurrentHashMap<>();

    private Selections(ExecutionContext context) {
        this.context = context;
    }

    /// Equal only for the very same field and type.
    private record Place(MergedField field, GraphQLType type) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Place place && place.field == field && place.type == type;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(field) + System.identityHashCode(type);
        }
    }

    static Selections of(ExecutionContext context) {
        return context.getGraphQLContext().computeIfAbsent(Selections.class, _ -> new Selections(context));
    }

    /// What is asked of an object of this type at the field. Two who find it out at once find the same.
    Selection of(MergedField field, GraphQLObjectType type) {
        var place = new Place(field, type);
        var known = objects.get(place);
        if (known != null) {
            return known;
        }
        var found = Selection.of(field, type, context, this);
        objects.put(place, found);
        return found;
    }

    /// How a list of this type at the field is completed at once; null when it cannot be.
    @Nullable
    Completion list(MergedField field, GraphQLType type) {
        var place = new Place(field, type);
        var known = lists.get(place);
        if (known != null) {
            return known.orElse(null);
        }
        var found = Optional.ofNullable(Completion.of(type, field, this));
        lists.put(place, found);
        return found.orElse(null);
    }
}
