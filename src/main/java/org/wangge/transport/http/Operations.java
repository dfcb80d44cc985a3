package org.wangge.transport.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells what a document would do, before it is carried out. What cannot be told (no document, no such
/// operation) is left to the engine, which has the words for it.
@Component
class Operations {
    private static final int CHARACTERS_KEPT = 1_000_000;

    private final Cache<String, List<OperationDefinition>> known = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_KEPT)
            .weigher((String text, List<OperationDefinition> _) -> text.length())
            .build();

    boolean isMutation(String document, @Nullable Object name) {
        return known.get(document, Operations::parsed).stream()
                .filter(operation -> name == null || name.equals(operation.getName()))
                .anyMatch(operation -> operation.getOperation() == OperationDefinition.Operation.MUTATION);
    }

    private static List<OperationDefinition> parsed(String document) {
        var environment = ParserEnvironment.newParserEnvironment()
                .document(document)
                .parserOptions(ParserOptions.getDefaultOperationParserOptions())
                .build();
        try {
            return List.copyOf(new Parser().parseDocument(environment).getDefinitionsOfType(OperationDefinition.class));
        } catch (InvalidSyntaxException noDocument) {
            return List.of();
        }
    }
}
