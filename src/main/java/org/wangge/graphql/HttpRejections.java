package org.wangge.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Words;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Answers requests whose body is no GraphQL request at all (not JSON, too large, wrong type) with
/// the status that says so and an error of the same shape as all others.
@Component
@Order(-2)
class HttpRejections implements WebExceptionHandler, WebFilter {
    private final DataSize limit;

    HttpRejections(@Value("${spring.http.codecs.max-in-memory-size}") DataSize limit) {
        this.limit = limit;
    }

    /// A body of nothing, or of `null`, would be answered with nothing.
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange)
                .then(Mono.defer(() -> isUnanswered(exchange)
                        ? answer(exchange, HttpStatus.BAD_REQUEST, FaultCode.INVALID_BODY)
                        : Mono.empty()));
    }

    private static boolean isUnanswered(ServerWebExchange exchange) {
        return exchange.getRequest().getMethod() == HttpMethod.POST
                && !exchange.getResponse().isCommitted();
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(thrown);
        }
        if (has(thrown, DataBufferLimitException.class)) {
            return answer(exchange, HttpStatus.CONTENT_TOO_LARGE, FaultCode.BODY_TOO_LARGE);
        }
        if (has(thrown, DecodingException.class)) {
            return answer(exchange, HttpStatus.BAD_REQUEST, FaultCode.INVALID_BODY);
        }
        return thrown instanceof ResponseStatusException status
                        && status.getStatusCode().is4xxClientError()
                        && !status.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)
                ? answer(exchange, status.getStatusCode(), FaultCode.INVALID_BODY)
                : Mono.error(thrown);
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private Mono<Void> answer(ServerWebExchange exchange, HttpStatusCode status, FaultCode code) {
        var language = exchange.getLocaleContext().getLocale();
        var message = Words.of(code, List.of(limit.toKilobytes()), language == null ? Locale.CHINESE : language);
        var extensions = Faults.extensions(code, UUID.randomUUID().toString());
        extensions.put("classification", code.kind().name());
        var body = Map.of("errors", List.of(Map.of("message", message, "extensions", extensions)));
        var response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        var bytes = response.bufferFactory().wrap(JsonMapper.shared().writeValueAsBytes(body));
        return response.writeWith(Mono.just(bytes));
    }
}
