package org.wangge.transport.http;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.server.ServerWebExchange;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Writes answers that come in one piece.
///
/// As `application/json` each answer to a GraphQL request has the status 200, as the specification asks,
/// also one to a token that is not good, but for 429, which whoever retries looks for; as
/// `application/graphql-response+json` the status tells what kept the request from being carried out.
@Component
class Answers {
    static final String VARY = "Accept, Accept-Encoding, Accept-Language, Authorization";

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    Mono<Void> of(Map<String, Object> result, AnswerType type, ServerWebExchange exchange) {
        var bytes = json.writeValueAsBytes(result);
        if (isSafe(exchange) && !result.containsKey(Results.ERRORS)) {
            return kept(bytes, result, type, exchange);
        }
        headers(exchange).setCacheControl("no-store");
        return written(bytes, status(result, type), type, result, exchange);
    }

    private static HttpStatus status(Map<String, Object> result, AnswerType type) {
        var status = Results.status(result);
        return type == AnswerType.GRAPHQL || status == HttpStatus.TOO_MANY_REQUESTS ? status : HttpStatus.OK;
    }

    Mono<Void> of(Rejection rejection, ServerWebExchange exchange) {
        var result = Results.of(rejection.fault(), locale(exchange), id(exchange));
        headers(exchange).setCacheControl("no-store");
        headers(exchange).putAll(rejection.headers());
        return written(json.writeValueAsBytes(result), rejection.status(), AnswerType.JSON, result, exchange);
    }

    /// Whoever asked may keep it, and asks each time whether it still is so. What else is told beside the
    /// data may change without it.
    private Mono<Void> kept(byte[] bytes, Map<String, Object> result, AnswerType type, ServerWebExchange exchange) {
        var told = result.size() == 1 ? bytes : json.writeValueAsBytes(result.get(Results.DATA));
        return kept(bytes, etag(told), type.header(), exchange);
    }

    static String etag(byte[] told) {
        return "W/\"" + DigestUtils.md5DigestAsHex(told) + '"';
    }

    /// These bytes, or that they still are what the caller has.
    static Mono<Void> kept(byte[] bytes, String etag, String type, ServerWebExchange exchange) {
        headers(exchange).setCacheControl("private, no-cache");
        return exchange.checkNotModified(etag)
                ? exchange.getResponse().setComplete()
                : written(bytes, HttpStatus.OK, type, exchange);
    }

    private static Mono<Void> written(
            byte[] bytes, HttpStatus status, AnswerType type, Map<String, Object> result, ServerWebExchange exchange) {
        if (status == HttpStatus.UNAUTHORIZED) {
            headers(exchange).set(HttpHeaders.WWW_AUTHENTICATE, challenge(Results.code(result)));
        }
        if (Results.extension(result, "retryAfter") instanceof Number seconds) {
            headers(exchange).set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return written(bytes, status, type.header(), exchange);
    }

    private static Mono<Void> written(byte[] bytes, HttpStatus status, String type, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().set(HttpHeaders.CONTENT_TYPE, type);
        response.getHeaders().setContentLength(bytes.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }

    /// What may be done here, for whoever asks only that.
    static Mono<Void> allowed(String methods, ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
        headers(exchange).set(HttpHeaders.ALLOW, methods);
        return exchange.getResponse().setComplete();
    }

    /// RFC 6750, 3: an error is named only where there was a token.
    private static String challenge(@Nullable FaultCode code) {
        return code == FaultCode.SIGN_IN_REQUIRED ? "Bearer" : "Bearer error=\"invalid_token\"";
    }

    static boolean isSafe(ServerWebExchange exchange) {
        var method = exchange.getRequest().getMethod();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    static Locale locale(ServerWebExchange exchange) {
        return Objects.requireNonNullElse(exchange.getLocaleContext().getLocale(), Locale.CHINESE);
    }

    static String id(ServerWebExchange exchange) {
        return exchange.getRequest().getId();
    }

    /// Those of the response itself: what a proxy or CORS has put there stays.
    static HttpHeaders headers(ServerWebExchange exchange) {
        return exchange.getResponse().getHeaders();
    }
}
