package org.wangge.transport.socket;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.language.OperationDefinition.Operation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.wangge.graphql.Faults;
import org.wangge.graphql.LiveExecution;
import org.wangge.graphql.LiveResult;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/// What one operation is answered, as messages: `next` and at last `complete`, or one `error` where
/// nothing was carried out or a stream broke off.
///
/// @param id the operation, by the client's word
/// @param requestId the number by which operators find it
record Answers(String id, String requestId, Locale locale) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// @param isLast whether the operation is over with it
    record Message(byte[] bytes, boolean isLast) {}

    Flux<Message> of(WebGraphQlResponse response) {
        if (isLive(response)) {
            return live(response.getExecutionResult().getData());
        }
        var result = response.getExecutionResult();
        return isRefusedAsAWhole(response) ? Flux.just(error(result.getErrors())) : Flux.just(next(result), complete());
    }

    static boolean isLive(WebGraphQlResponse response) {
        return response.getExecutionResult().getData() instanceof Publisher;
    }

    /// What kept it from being carried out, or broke it off.
    Message error(Throwable thrown) {
        return error(
                thrown instanceof SubscriptionPublisherException broken
                        ? broken.getErrors()
                        : List.of(Faults.error(GraphqlErrorBuilder.newError(), thrown, locale, requestId)));
    }

    private Flux<Message> live(Publisher<ExecutionResult> results) {
        return Flux.from(results).map(this::next).concatWithValues(complete());
    }

    /// Either the document was not carried out, or its subscription did not come about.
    private static boolean isRefusedAsAWhole(WebGraphQlResponse response) {
        var result = response.getExecutionResult();
        if (result.getErrors().isEmpty() || result.getData() != null) {
            return false;
        }
        return !result.isDataPresent()
                || LiveExecution.kindOf(response.getExecutionInput().getGraphQLContext()) == Operation.SUBSCRIPTION;
    }

    /// What many are told is written once; around it stands whose it is.
    private Message next(ExecutionResult result) {
        if (!(result instanceof LiveResult live)) {
            return message("next", result.toSpecification(), false);
        }
        var payload = live.written(Answers.class, told -> JSON.writeValueAsBytes(told.toSpecification()));
        var before = "{\"id\":" + JSON.writeValueAsString(id) + ",\"type\":\"next\",\"payload\":";
        var message = new ByteArrayOutputStream(before.length() + payload.length + 8);
        message.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        message.writeBytes(payload);
        message.write('}');
        return new Message(message.toByteArray(), false);
    }

    private Message error(List<GraphQLError> errors) {
        return message(
                "error", errors.stream().map(GraphQLError::toSpecification).toList(), true);
    }

    private Message complete() {
        return message("complete", null, true);
    }

    private Message message(String type, @Nullable Object payload, boolean isLast) {
        var message = new LinkedHashMap<String, Object>();
        message.put("id", id);
        message.put("type", type);
        if (payload != null) {
            message.put("payload", payload);
        }
        return new Message(JSON.writeValueAsBytes(message), isLast);
    }
}
