package org.wangge.transport.http;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.wangge.graphql.Faults;
import org.wangge.refusal.FaultCode;

/// Results of GraphQL as they are written, and what HTTP says to them.
final class Results {
    static final String DATA = "data";
    static final String ERRORS = "errors";

    private Results() {}

    static Map<String, Object> of(Throwable thrown, Locale locale, String correlation) {
        return of(List.of(Faults.error(GraphqlErrorBuilder.newError(), thrown, locale, correlation)));
    }

    static Map<String, Object> of(List<GraphQLError> errors) {
        return Map.of(ERRORS, errors.stream().map(GraphQLError::toSpecification).toList());
    }

    /// The status of a result that was never begun to be carried out; 200 for all others.
    static HttpStatus status(Map<String, Object> result) {
        return result.containsKey(DATA) ? HttpStatus.OK : status(code(result));
    }

    static @Nullable FaultCode code(Map<String, Object> result) {
        var code = String.valueOf(extension(result, "code"));
        for (var known : FaultCode.values()) {
            if (known.name().equals(code)) {
                return known;
            }
        }
        return null;
    }

    /// A value among the extensions of the first error.
    static @Nullable Object extension(Map<String, Object> result, String name) {
        return result.get(ERRORS) instanceof List<?> errors
                        && !errors.isEmpty()
                        && errors.getFirst() instanceof Map<?, ?> error
                        && error.get("extensions") instanceof Map<?, ?> extensions
                ? extensions.get(name)
                : null;
    }

    private static HttpStatus status(@Nullable FaultCode code) {
        if (code == null) {
            return HttpStatus.INTERNAL_SERVER_ERROR;
        }
        if (code == FaultCode.RATE_LIMITED || code == FaultCode.BUDGET_USED_UP) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        return switch (code.kind()) {
            case BAD_REQUEST, NOT_FOUND -> HttpStatus.BAD_REQUEST;
            case UNAUTHORIZED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case INTERNAL_ERROR -> code.retryable() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
