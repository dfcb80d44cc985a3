package org.wangge.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.StringValue;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import org.wangge.graphql.document.DocumentLimits;
import org.wangge.graphql.document.Extents;
import org.wangge.graphql.document.Limit;
import org.wangge.graphql.document.Literals;
import org.wangge.graphql.document.Numbers;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// Parses, measures and validates a document once: clients send the same few documents for ever.
/// What is too large is refused before the next, more costly step: its text before it is parsed, and what
/// it stands for before it is validated.
@Component
class Documents implements PreparsedDocumentProvider {
    private static final int CHARACTERS_KEPT = 8_000_000;

    /// Three of the grammar's rules make a level of fields or of values.
    private static final int DEEPEST_RULE = 200;

    private final DocumentLimits limits;
    private final ObjectProvider<GraphQlSource> source;
    private final ParserOptions options;
    private final Cache<String, PreparsedDocumentEntry> entries = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_KEPT)
            .weigher((String text, PreparsedDocumentEntry _) -> text.length())
            .build();

    Documents(DocumentLimits limits, ObjectProvider<GraphQlSource> source) {
        this.limits = limits;
        this.source = source;
        this.options = ParserOptions.getDefaultOperationParserOptions()
                .transform(options -> options.maxTokens(limits.tokens())
                        .maxCharacters(limits.characters())
                        .maxWhitespaceTokens(limits.characters())
                        .maxRuleDepth(DEEPEST_RULE));
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        return CompletableFuture.completedFuture(
                prepared(input.getQuery(), input.getLocale(), String.valueOf(input.getExecutionId())));
    }

    /// The document as it can be carried out, or what is wrong with it.
    PreparsedDocumentEntry prepared(String text, Locale locale, String correlation) {
        var known = entries.getIfPresent(text);
        if (known != null) {
            return known;
        }
        var entry = read(text, locale, correlation);
        if (!entry.hasErrors()) {
            entries.put(text, entry);
        }
        return entry;
    }

    private PreparsedDocumentEntry read(String text, Locale locale, String correlation) {
        try {
            var document = parsed(text, locale);
            var exceeded = Extents.exceeded(document, limits);
            if (!exceeded.isEmpty()) {
                return refused(exceeded, locale, correlation);
            }
            Literals.check(document, limits);
            return validated(document, locale);
        } catch (InvalidSyntaxException unreadable) {
            return new PreparsedDocumentEntry(unreadable.toInvalidSyntaxError());
        } catch (Fault fault) {
            return refused(List.of(fault), locale, correlation);
        }
    }

    private Document parsed(String text, Locale locale) {
        if (text.length() > limits.characters()) {
            throw Limit.CHARACTERS.exceeded(text.length(), limits.characters());
        }
        Numbers.check(text, limits);
        var environment = ParserEnvironment.newParserEnvironment()
                .document(text)
                .parserOptions(options)
                .locale(locale)
                .build();
        try {
            return new Parser().parseDocument(environment);
        } catch (ParseCancelledException tooMany) {
            throw Limit.TOKENS.exceeded(limits.tokens());
        } catch (ParseCancelledTooDeepException tooDeep) {
            throw Limit.DEPTH.exceeded(limits.depth());
        }
    }

    private PreparsedDocumentEntry validated(Document document, Locale locale) {
        var errors = ParseAndValidate.validate(source.getObject().schema(), document, locale);
        if (!errors.isEmpty()) {
            return new PreparsedDocumentEntry(document, errors);
        }
        if (!hasKeepableTexts(document)) {
            throw new Fault(FaultCode.INVALID_TEXT, "query");
        }
        return new PreparsedDocumentEntry(document);
    }

    private static boolean hasKeepableTexts(Node<?> node) {
        if (node instanceof StringValue text && !VariableGuard.isKeepable(String.valueOf(text.getValue()))) {
            return false;
        }
        return node.getChildren().stream().allMatch(Documents::hasKeepableTexts);
    }

    private static PreparsedDocumentEntry refused(List<Fault> faults, Locale locale, String correlation) {
        List<GraphQLError> errors = faults.stream()
                .map(fault -> Faults.error(GraphqlErrorBuilder.newError(), fault, locale, correlation))
                .toList();
        return new PreparsedDocumentEntry(errors);
    }
}
