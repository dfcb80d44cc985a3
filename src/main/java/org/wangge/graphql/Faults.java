package org.wangge.graphql;

import graphql.AssertException;
import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.execution.OneOfNullValueException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.ErrorType;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Words;

/// Turns whatever was thrown into an error of the contract: one of five classifications, a stable
/// code, whether to try again, a correlation id; never a word of Java, SQL or the tables.
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    /// The error in the caller's language; what was not foreseen is logged with the correlation id.
    public static GraphQLError error(
            GraphqlErrorBuilder<?> builder, Throwable thrown, Locale locale, String correlation) {
        var fault = faultOf(thrown, correlation);
        return builder.message("%s", Words.of(fault, locale))
                .errorType(classification(fault.code()))
                .extensions(extensions(fault, correlation))
                .build();
    }

    static ErrorClassification classification(FaultCode code) {
        return ErrorType.valueOf(code.kind().name());
    }

    /// Who asks too often is told for how many seconds to wait, who asks too much which limit it is.
    private static LinkedHashMap<String, Object> extensions(Fault fault, String correlation) {
        var extensions = extensions(fault.code(), correlation);
        switch (fault.code()) {
            case RATE_LIMITED, BUDGET_USED_UP ->
                fault.words().stream().limit(1).forEach(seconds -> extensions.put("retryAfter", seconds));
            case DOCUMENT_TOO_LARGE -> extensions.put("limit", fault.words().getLast());
            default -> {}
        }
        return extensions;
    }

    static LinkedHashMap<String, Object> extensions(FaultCode code, String correlation) {
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("code", code.name());
        extensions.put("retryable", code.retryable());
        extensions.put("correlationId", correlation);
        return extensions;
    }

    private static Fault faultOf(Throwable thrown, String correlation) {
        for (Throwable cause = thrown; cause != null; cause = next(cause)) {
            if (cause instanceof Fault fault) {
                return fault;
            }
            if (cause instanceof AbortExecutionException) {
                return new Fault(FaultCode.CANCELLED);
            }
            if (isNullByVariable(cause)) {
                return new Fault(FaultCode.INVALID_VALUE, "null is not allowed here");
            }
            if (cause instanceof R2dbcException database) {
                return databaseFault(database, correlation, thrown);
            }
        }
        return unexpected(thrown, correlation);
    }

    /// A variable that may be null, given null, for something that may not: the engine finds out late,
    /// with its assertion where an input field has a default, and with a null pointer at `@skip(if:)`.
    private static boolean isNullByVariable(Throwable cause) {
        return cause instanceof NonNullableValueCoercedAsNullException
                || cause instanceof OneOfNullValueException
                || cause instanceof AssertException
                || cause instanceof NullPointerException && isThrownBy("graphql.execution.conditional.", cause);
    }

    private static boolean isThrownBy(String origin, Throwable thrown) {
        var frames = thrown.getStackTrace();
        return frames.length > 0 && frames[0].getClassName().startsWith(origin);
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }

    private static Fault databaseFault(R2dbcException database, String correlation, Throwable thrown) {
        if (isTimeout(database)) {
            return new Fault(FaultCode.TIMEOUT);
        }
        if (isUnavailable(database)) {
            LOG.warn("The database did not serve request {}: {}", correlation, database.toString());
            return new Fault(FaultCode.UNAVAILABLE);
        }
        return unexpected(thrown, correlation);
    }

    /// 57014 is what statement_timeout raises, 55P03 lock_timeout, 40P01 a deadlock.
    private static boolean isTimeout(R2dbcException database) {
        return List.of("57014", "55P03", "40P01").contains(String.valueOf(database.getSqlState()));
    }

    /// By SQLSTATE and not by class: 08 connection, 53 resources, 57P shutdown; or no connection in time.
    private static boolean isUnavailable(R2dbcException database) {
        var state = String.valueOf(database.getSqlState());
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || database instanceof R2dbcTimeoutException;
    }

    private static Fault unexpected(Throwable thrown, String correlation) {
        LOG.error("Request {} failed", correlation, thrown);
        return new Fault(FaultCode.INTERNAL_ERROR, correlation);
    }
}
