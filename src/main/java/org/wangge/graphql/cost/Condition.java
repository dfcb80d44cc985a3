package org.wangge.graphql.cost;

import graphql.Directives;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.VariableReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `@skip` or `@include` says of a part of a document.
///
/// @param variable that holds the value; null where it stands in the document
/// @param value that does
/// @param wanted with which value the part is told
record Condition(@Nullable String variable, boolean value, boolean wanted) {
    static List<Condition> of(DirectivesContainer<?> part) {
        return part.getDirectives().stream()
                .filter(Condition::isCondition)
                .map(Condition::of)
                .toList();
    }

    boolean holds(Map<String, Object> variables) {
        return variable == null ? value == wanted : Boolean.valueOf(wanted).equals(variables.get(variable));
    }

    private static boolean isCondition(Directive directive) {
        return directive.getName().equals(Directives.SkipDirective.getName())
                || directive.getName().equals(Directives.IncludeDirective.getName());
    }

    private static Condition of(Directive directive) {
        var wanted = directive.getName().equals(Directives.IncludeDirective.getName());
        return switch (directive.getArgument("if").getValue()) {
            case VariableReference variable -> new Condition(variable.getName(), false, wanted);
            case BooleanValue literal -> new Condition(null, literal.isValue(), wanted);
            default -> new Condition(null, wanted, wanted);
        };
    }
}
