package org.wangge.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.ExecutionContext;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLObjectType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.fetch.ControllerFetcher;

/// What subscriptions ask of each event. Those who ask the same hold the same question: the same document
/// and operation with the same variables, less the position from which each goes on, in the same language.
final class Questions {
    private static final String POSITION = "EventCursor";

    private final Set<String> shared;
    private final Cache<Words, Question> asked =
            Caffeine.newBuilder().weakValues().build();

    /// @param shared fields that do not depend on the person who asks, as `Type.field`
    Questions(Set<String> shared) {
        this.shared = shared;
    }

    /// One of them. Two are the same when they are the same object.
    static final class Question {
        private final boolean isPersonal;

        private Question(boolean isPersonal) {
            this.isPersonal = isPersonal;
        }

        /// Equal for all who are answered the same.
        Object asker(Listener.Rights rights) {
            return isPersonal ? rights.person() : rights.grants();
        }
    }

    private record Words(
            String document,
            @Nullable String operation,
            Map<String, Object> variables,
            Map<String, Object> extensions,
            Locale locale) {}

    Question of(ExecutionContext context) {
        var input = context.getExecutionInput();
        var words = new Words(
                input.getQuery(),
                context.getOperationDefinition().getName(),
                variables(context),
                input.getExtensions(),
                context.getLocale());
        return asked.get(words, _ -> new Question(isPersonal(context)));
    }

    private static Map<String, Object> variables(ExecutionContext context) {
        var variables = new HashMap<>(context.getCoercedVariables().toMap());
        context.getOperationDefinition().getVariableDefinitions().stream()
                .filter(defined -> isPosition(defined.getType()))
                .forEach(defined -> variables.remove(defined.getName()));
        return variables;
    }

    private static boolean isPosition(Type<?> type) {
        return type instanceof TypeName name
                ? name.getName().equals(POSITION)
                : type instanceof NonNullType present && isPosition(present.getType());
    }

    private boolean isPersonal(ExecutionContext context) {
        return context.getNormalizedQueryTree().get().getTopLevelFields().stream()
                .flatMap(event -> event.getChildren().stream())
                .anyMatch(field -> isPersonal(field, context));
    }

    private boolean isPersonal(ExecutableNormalizedField field, ExecutionContext context) {
        return field.getObjectTypeNames().stream().anyMatch(type -> isPersonal(type, field.getName(), context))
                || field.getChildren().stream().anyMatch(below -> isPersonal(below, context));
    }

    private boolean isPersonal(String type, String name, ExecutionContext context) {
        if (name.startsWith("__") || shared.contains(type + '.' + name)) {
            return false;
        }
        var schema = context.getGraphQLSchema();
        return !(schema.getType(type) instanceof GraphQLObjectType owner
                && ControllerFetcher.isProperty(
                        schema.getCodeRegistry().getDataFetcher(owner, owner.getFieldDefinition(name))));
    }
}
