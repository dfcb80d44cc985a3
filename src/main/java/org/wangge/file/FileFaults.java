package org.wangge.file;

import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.DecodingException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Words;
import reactor.core.publisher.Mono;

/// What is wrong with a file or its link, told as the graph tells it: a status, and an error with a
/// stable code and words in the caller's language.
final class FileFaults {
    private static final Logger LOG = LoggerFactory.getLogger(FileFaults.class);

    private FileFaults() {}

    static Mono<ServerResponse> answer(Throwable failure, ServerRequest request) {
        var correlation = UUID.randomUUID().toString();
        var fault = faultOf(failure, correlation);
        var language = request.exchange().getLocaleContext().getLocale();
        var error = Map.of(
                "message",
                Words.of(fault, language == null ? Locale.CHINESE : language),
                "extensions",
                Map.of(
                        "code", fault.code().name(),
                        "classification", fault.code().kind().name(),
                        "retryable", fault.code().retryable(),
                        "correlationId", correlation));
        var answer = ServerResponse.status(status(fault.code())).contentType(MediaType.APPLICATION_JSON);
        // Nobody waits for the rest of what came too slowly.
        return (fault.code() == FaultCode.TIMEOUT ? answer.header(HttpHeaders.CONNECTION, "close") : answer)
                .bodyValue(Map.of("errors", List.of(error)));
    }

    private static Fault faultOf(Throwable failure, String correlation) {
        if (failure instanceof Fault fault) {
            return fault;
        }
        if (failure instanceof DecodingException) {
            return new Fault(FaultCode.FILE_UNREADABLE);
        }
        if (failure instanceof IOException || failure.getCause() instanceof R2dbcException) {
            LOG.warn("Request {} for a file could not be served: {}", correlation, failure.toString());
            return new Fault(FaultCode.UNAVAILABLE);
        }
        LOG.error("Request {} for a file failed", correlation, failure);
        return new Fault(FaultCode.INTERNAL_ERROR, correlation);
    }

    private static HttpStatus status(FaultCode code) {
        if (code == FaultCode.UNAVAILABLE) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        if (code == FaultCode.TIMEOUT) {
            return HttpStatus.REQUEST_TIMEOUT;
        }
        if (code == FaultCode.FILE_TOO_LARGE) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        if (code == FaultCode.FILE_NOT_ALLOWED) {
            return HttpStatus.UNSUPPORTED_MEDIA_TYPE;
        }
        if (code == FaultCode.TICKET_USED) {
            return HttpStatus.CONFLICT;
        }
        if (code == FaultCode.TICKET_EXPIRED || code == FaultCode.LINK_EXPIRED) {
            return HttpStatus.GONE;
        }
        return switch (code.kind()) {
            case BAD_REQUEST -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAUTHORIZED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case INTERNAL_ERROR -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
