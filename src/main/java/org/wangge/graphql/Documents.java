package org.wangge.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Node;
import graphql.language.StringValue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// Parses and validates a document once: clients send the same few documents for ever.
@Component
class Documents implements PreparsedDocumentProvider {
    private static final int CHARACTERS_KEPT = 8_000_000;

    private final Cache<String, CompletableFuture<PreparsedDocumentEntry>> entries = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_KEPT)
            .weigher((String text, CompletableFuture<PreparsedDocumentEntry> _) -> text.length())
            .build();

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        var known = entries.getIfPresent(input.getQuery());
        return known != null ? known : parsed(input, parseAndValidate);
    }

    private CompletableFuture<PreparsedDocumentEntry> parsed(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        var entry = guarded(parseAndValidate.apply(input), input);
        var future = CompletableFuture.completedFuture(entry);
        if (!entry.hasErrors()) {
            entries.put(input.getQuery(), future);
        }
        return future;
    }

    private static PreparsedDocumentEntry guarded(PreparsedDocumentEntry entry, ExecutionInput input) {
        if (entry.hasErrors() || hasKeepableTexts(entry.getDocument())) {
            return entry;
        }
        var fault = new Fault(FaultCode.INVALID_TEXT, "query");
        var correlation = String.valueOf(input.getExecutionId());
        return new PreparsedDocumentEntry(
                Faults.error(GraphqlErrorBuilder.newError(), fault, input.getLocale(), correlation));
    }

    private static boolean hasKeepableTexts(Node<?> node) {
        if (node instanceof StringValue text && !TextGuard.isKeepable(String.valueOf(text.getValue()))) {
            return false;
        }
        return node.getChildren().stream().allMatch(Documents::hasKeepableTexts);
    }
}
