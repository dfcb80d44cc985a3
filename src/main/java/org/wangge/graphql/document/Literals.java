package org.wangge.graphql.document;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.ObjectField;
import graphql.language.VariableDefinition;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// Looks at the lists that stand in a document itself.
public final class Literals {
    private final int mostInList;

    private Literals(int mostInList) {
        this.mostInList = mostInList;
    }

    /// @throws Fault LIST_TOO_LONG with the arguments and fields that lead to the list
    public static void check(Document document, DocumentLimits limits) {
        new Literals(limits.list()).check(document, "");
    }

    private void check(Node<?> node, String path) {
        var here = path + step(node);
        if (node instanceof ArrayValue list && list.getValues().size() > mostInList) {
            var name = here.isEmpty() ? "query" : here.substring(1);
            throw new Fault(FaultCode.LIST_TOO_LONG, name, list.getValues().size(), mostInList);
        }
        node.getChildren().forEach(child -> check(child, here));
    }

    private static String step(Node<?> node) {
        return switch (node) {
            case Argument argument -> '.' + argument.getName();
            case ObjectField field -> '.' + field.getName();
            case VariableDefinition variable -> ".$" + variable.getName();
            default -> "";
        };
    }
}
