package org.wangge.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.InvalidSyntaxError;
import graphql.execution.UnknownOperationException;
import graphql.introspection.IntrospectionDisabledError;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.stereotype.Component;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Words;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Gives errors that arise before any field is fetched (syntax, validation, variables), and what breaks
/// a stream off, the shape that all others have.
@Component
@Order(0)
class RequestErrors implements WebGraphQlInterceptor {
    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request)
                .map(response -> shaped(response, request))
                .onErrorResume(thrown -> Mono.just(failed(request, thrown)));
    }

    /// What the other interceptors throw, and values that are only found wrong when the engine has begun.
    private static WebGraphQlResponse failed(WebGraphQlRequest request, Throwable thrown) {
        var error = Faults.error(GraphqlErrorBuilder.newError(), thrown, request.getLocale(), request.getId());
        return answer(request, List.of(error));
    }

    static WebGraphQlResponse answer(WebGraphQlRequest request, List<? extends GraphQLError> errors) {
        var result =
                ExecutionResult.newExecutionResult().errors(List.copyOf(errors)).build();
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(), result));
    }

    private static WebGraphQlResponse shaped(WebGraphQlResponse response, WebGraphQlRequest request) {
        var errors = response.getExecutionResult().getErrors();
        if (response.getExecutionResult().getData() instanceof Publisher<?> stream) {
            return response.transform(builder -> builder.data(told(stream, request)));
        }
        if (errors.stream().allMatch(RequestErrors::isShaped)) {
            return response;
        }
        var shaped = errors.stream()
                .map(error -> isShaped(error) ? error : shape(error, request.getLocale(), request.getId()))
                .toList();
        return response.transform(builder -> builder.errors(shaped));
    }

    private static Flux<?> told(Publisher<?> stream, WebGraphQlRequest request) {
        return Flux.from(stream)
                .onErrorMap(SubscriptionPublisherException.class, broken -> brokenOff(broken.getCause(), request));
    }

    private static Throwable brokenOff(@Nullable Throwable cause, WebGraphQlRequest request) {
        var thrown = Objects.requireNonNull(cause);
        var errors = FaultResolver.causes(thrown).stream()
                .map(each -> Faults.error(GraphqlErrorBuilder.newError(), each, request.getLocale(), request.getId()))
                .toList();
        return new SubscriptionPublisherException(errors, thrown);
    }

    private static boolean isShaped(GraphQLError error) {
        return error.getExtensions() != null && error.getExtensions().containsKey("code");
    }

    private static GraphQLError shape(GraphQLError error, Locale locale, String correlation) {
        var code = codeOf(error);
        var words = code == FaultCode.INTERNAL_ERROR ? correlation : plain(error.getMessage());
        var builder = GraphqlErrorBuilder.newError()
                .message("%s", Words.of(code, List.of(words), locale))
                .locations(error.getLocations() == null ? List.of() : error.getLocations())
                .errorType(Faults.classification(code))
                .extensions(Faults.extensions(code, correlation));
        return error.getPath() == null
                ? builder.build()
                : builder.path(error.getPath()).build();
    }

    private static FaultCode codeOf(GraphQLError error) {
        return switch (error) {
            case InvalidSyntaxError _ -> FaultCode.GRAPHQL_SYNTAX;
            case IntrospectionDisabledError _ -> FaultCode.SIGN_IN_REQUIRED;
            case UnknownOperationException _ -> FaultCode.GRAPHQL_OPERATION;
            case ValidationError _ -> FaultCode.GRAPHQL_VALIDATION;
            default -> codeOf(String.valueOf(error.getErrorType()));
        };
    }

    private static FaultCode codeOf(String type) {
        return switch (type) {
            case "InvalidSyntax" -> FaultCode.GRAPHQL_SYNTAX;
            case "ValidationError" -> FaultCode.INVALID_VALUE;
            case "OperationNotSupported" -> FaultCode.GRAPHQL_OPERATION;
            case "ExecutionAborted" -> FaultCode.GRAPHQL_OPERATION;
            case "BadFaithIntrospection" -> FaultCode.GRAPHQL_VALIDATION;
            default -> FaultCode.INTERNAL_ERROR;
        };
    }

    /// graphql-java names Java classes in what it says of values.
    private static String plain(String message) {
        return message.replaceAll("\\b(?:java|graphql|kotlin|org)\\.[\\w.$]+", "value")
                .replaceAll(
                        "'(LinkedHashMap|ArrayList|Integer|Boolean|Double|BigInteger|BigDecimal|Long)'",
                        "another type");
    }
}
