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
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
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

    Mono<ServerResponse> of(Map<String, Object> result, AnswerType type, ServerRequest request) {
        var bytes = json.writeValueAsBytes(result);
        if (isSafe(request) && !result.containsKey(Results.ERRORS)) {
            return kept(bytes, result, type, request);
        }
        headers(request).setCacheControl("no-store");
        return written(bytes, status(result, type), type, result);
    }

    private static HttpStatus status(Map<String, Object> result, AnswerType type) {
        var status = Results.status(result);
        return type == AnswerType.GRAPHQL || status == HttpStatus.TOO_MANY_REQUESTS ? status : HttpStatus.OK;
    }

    Mono<ServerResponse> of(Rejection rejection, ServerRequest request) {
        var result = Results.of(rejection.fault(), locale(request), id(request));
        headers(request).setCacheControl("no-store");
        headers(request).putAll(rejection.headers());
        return written(json.writeValueAsBytes(result), rejection.status(), AnswerType.JSON, result);
    }

    /// Whoever asked may keep it, and asks each time whether it still is so. What else is told beside the
    /// data may change without it.
    private Mono<ServerResponse> kept(
            byte[] bytes, Map<String, Object> result, AnswerType type, ServerRequest request) {
        headers(request).setCacheControl("private, no-cache");
        var told = result.size() == 1 ? bytes : json.writeValueAsBytes(result.get(Results.DATA));
        var etag = "W/\"" + DigestUtils.md5DigestAsHex(told) + '"';
        headers(request).setETag(etag);
        return request.checkNotModified(etag)
                .switchIfEmpty(Mono.defer(() -> written(bytes, HttpStatus.OK, type, result)));
    }

    private static Mono<ServerResponse> written(
            byte[] bytes, HttpStatus status, AnswerType type, Map<String, Object> result) {
        var response = ServerResponse.status(status)
                .header(HttpHeaders.CONTENT_TYPE, type.header())
                .contentLength(bytes.length);
        if (status == HttpStatus.UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, challenge(Results.code(result)));
        }
        if (Results.extension(result, "retryAfter") instanceof Number seconds) {
            response.header(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return response.body(BodyInserters.fromValue(bytes));
    }

    /// RFC 6750, 3: an error is named only where there was a token.
    private static String challenge(@Nullable FaultCode code) {
        return code == FaultCode.SIGN_IN_REQUIRED ? "Bearer" : "Bearer error=\"invalid_token\"";
    }

    static boolean isSafe(ServerRequest request) {
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    }

    static Locale locale(ServerRequest request) {
        return Objects.requireNonNullElse(request.exchange().getLocaleContext().getLocale(), Locale.CHINESE);
    }

    static String id(ServerRequest request) {
        return request.exchange().getRequest().getId();
    }

    /// Those of the response itself: what a proxy or CORS has put there stays.
    static HttpHeaders headers(ServerRequest request) {
        return request.exchange().getResponse().getHeaders();
    }
}
