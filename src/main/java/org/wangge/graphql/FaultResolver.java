package org.wangge.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Answers everything that a field or a stream throws.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FaultResolver implements DataFetcherExceptionResolver, SubscriptionExceptionResolver {
    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable thrown, DataFetchingEnvironment environment) {
        var errors = new ArrayList<GraphQLError>();
        for (var cause : causes(thrown)) {
            errors.add(Faults.error(
                    GraphqlErrorBuilder.newError(environment),
                    cause,
                    environment.getLocale(),
                    environment.getExecutionId().toString()));
        }
        return Mono.just(errors);
    }

    /// What breaks a stream off is told where the language of who listens is known: [RequestErrors].
    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable thrown) {
        return Mono.just(List.of());
    }

    /// Several ids may be wrong at once.
    static List<? extends Throwable> causes(Throwable thrown) {
        return thrown instanceof BindException binding ? idFaults(binding) : List.of(thrown);
    }

    /// The only values that pass the schema and still cannot be bound are ids.
    private static List<Fault> idFaults(BindException binding) {
        return binding.getFieldErrors().stream().map(FaultResolver::idFault).toList();
    }

    private static Fault idFault(FieldError error) {
        var field = error.getField().replaceFirst("^\\$\\.?", "");
        var path = field.isEmpty() ? "id" : field;
        var type = GlobalId.typeOf(String.valueOf(error.getRejectedValue()));
        return type == null ? new Fault(FaultCode.INVALID_ID, path) : new Fault(FaultCode.WRONG_ID_TYPE, path, type);
    }
}
