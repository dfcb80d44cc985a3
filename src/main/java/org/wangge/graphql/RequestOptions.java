package org.wangge.graphql;

import graphql.ExecutionInput;
import graphql.GraphQLContext;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// What a request may ask for beside what its document says.
public final class RequestOptions {
    /// The request's parameter, and its extension, that says what a failed field does to those around it.
    public static final String ON_ERROR = "onError";

    private static final String DRY_RUN = "wangge.dry-run";

    private RequestOptions() {}

    /// Asks to be told what the request would cost, and for nothing else.
    public static void dryRun(WebGraphQlRequest request) {
        request.configureExecutionInput(
                (_, builder) -> builder.graphQLContext(Map.of(DRY_RUN, true)).build());
    }

    static boolean isDryRun(GraphQLContext context) {
        return context.getBoolean(DRY_RUN);
    }

    /// Whether a field that failed is null, whatever its type, and nothing around it is (`NULL`); by default
    /// what may not be null takes its parent with it (`PROPAGATE`).
    ///
    /// @throws Fault INVALID_VALUE for anything else
    static boolean keepsWhatIsAround(ExecutionInput input) {
        return switch (String.valueOf(input.getExtensions().getOrDefault(ON_ERROR, "PROPAGATE"))) {
            case "NULL" -> true;
            case "PROPAGATE" -> false;
            default -> throw new Fault(FaultCode.INVALID_VALUE, "onError: NULL | PROPAGATE");
        };
    }
}
