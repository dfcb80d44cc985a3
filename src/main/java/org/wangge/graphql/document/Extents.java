package org.wangge.graphql.document;

import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// Measures a document before it is validated, each fragment once: the effort grows with its text, however
/// much that stands for.
public final class Extents {
    private static final Set<String> INTROSPECTION =
            Set.of(Introspection.SchemaMetaFieldDef.getName(), Introspection.TypeMetaFieldDef.getName());

    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Extent> measured = new HashMap<>();
    private final Set<String> entered = new HashSet<>();

    private Extents(Document document) {
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.putIfAbsent(fragment.getName(), fragment));
    }

    /// All limits that an operation of the document exceeds, or a fragment by itself, each once.
    ///
    /// @throws Fault FRAGMENT_CYCLE when a fragment contains itself
    public static List<Fault> exceeded(Document document, DocumentLimits limits) {
        var extents = new Extents(document);
        var widest = Extent.NONE;
        for (var operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            widest = larger(widest, extents.of(operation));
        }
        for (var fragment : extents.fragments.keySet()) {
            widest = larger(widest, extents.ofFragment(fragment).asPart());
        }
        return exceeded(widest, limits);
    }

    /// Of several operations only one is carried out, but all of them are validated.
    private static Extent larger(Extent one, Extent other) {
        return new Extent(
                Math.max(one.top(), other.top()),
                Math.max(one.fields(), other.fields()),
                Math.max(one.aliases(), other.aliases()),
                Math.max(one.directives(), other.directives()),
                Math.max(one.depth(), other.depth()),
                Math.max(one.introspectionDepth(), other.introspectionDepth()));
    }

    private static List<Fault> exceeded(Extent extent, DocumentLimits limits) {
        var faults = new ArrayList<Fault>();
        check(faults, Limit.ROOT_FIELDS, extent.top(), limits.rootFields());
        check(faults, Limit.ALIASES, extent.aliases(), limits.aliases());
        check(faults, Limit.DIRECTIVES, extent.directives(), limits.directives());
        check(faults, Limit.DEPTH, extent.depth(), limits.depth());
        check(faults, Limit.INTROSPECTION_DEPTH, extent.introspectionDepth(), limits.introspectionDepth());
        check(faults, Limit.FIELDS, extent.fields(), limits.fields());
        return faults;
    }

    private static void check(List<Fault> faults, Limit limit, long actual, int most) {
        if (actual > most) {
            faults.add(limit.exceeded(actual, most));
        }
    }

    private Extent of(OperationDefinition operation) {
        var directives = operation.getDirectives().size()
                + operation.getVariableDefinitions().stream()
                        .mapToInt(variable -> variable.getDirectives().size())
                        .sum();
        return of(operation.getSelectionSet()).withDirectives(directives);
    }

    private Extent of(@Nullable SelectionSet selections) {
        var extent = Extent.NONE;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                extent = extent.with(of(selection));
            }
        }
        return extent;
    }

    private Extent of(Selection<?> selection) {
        return switch (selection) {
            case Field field ->
                of(field.getSelectionSet())
                        .ofField(field.getAlias() != null, INTROSPECTION.contains(field.getName()))
                        .withDirectives(field.getDirectives().size());
            case InlineFragment inline ->
                of(inline.getSelectionSet())
                        .withDirectives(inline.getDirectives().size());
            case FragmentSpread spread ->
                ofFragment(spread.getName())
                        .withDirectives(spread.getDirectives().size());
            default -> throw new IllegalStateException(selection.toString());
        };
    }

    /// What is not defined is left to the validation.
    private Extent ofFragment(String name) {
        var known = measured.get(name);
        var fragment = fragments.get(name);
        if (known != null || fragment == null) {
            return known == null ? Extent.NONE : known;
        }
        if (!entered.add(name)) {
            throw new Fault(FaultCode.FRAGMENT_CYCLE, name);
        }
        var extent = of(fragment.getSelectionSet())
                .withDirectives(fragment.getDirectives().size());
        measured.put(name, extent);
        return extent;
    }
}
