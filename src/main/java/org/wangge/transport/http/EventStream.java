package org.wangge.transport.http;

import graphql.ExecutionResult;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.wangge.graphql.LiveResult;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;
import tools.jackson.databind.json.JsonMapper;

/// Writes results as server-sent events, after the distinct connections mode of GraphQL over SSE: a
/// `next` for each, at last a `complete`. Where a result carries a cursor, that is the id of its event.
///
/// Pressure: the source is asked for more as the connection takes it, and a comment that has no room is
/// left out, so who stops reading costs what is under way. When nothing of it has been taken for a
/// while, the connection is closed.
@Component
class EventStream {
    private static final byte[] COMMENT = bytes(":\n\n");
    private static final byte[] COMPLETE = bytes("event: complete\ndata:\n\n");
    private static final String HANDLER = "wangge.stalled";

    private final JsonMapper json;
    private final HttpLimits limits;

    EventStream(JsonMapper json, HttpLimits limits) {
        this.json = json;
        this.limits = limits;
    }

    /// A stream of one result.
    Mono<Void> of(Map<String, Object> result, ServerWebExchange exchange) {
        return written(Flux.just(event(result), COMPLETE), exchange);
    }

    /// A stream that goes on until its source ends or its reader leaves.
    Mono<Void> of(Flux<ExecutionResult> results, ServerWebExchange exchange) {
        var events = results.map(this::written)
                .onErrorResume(thrown -> Mono.just(event(failed(thrown, exchange))))
                .concatWithValues(COMPLETE);
        var comments = Flux.interval(limits.keepAlive()).onBackpressureDrop().map(_ -> COMMENT);
        return written(
                Flux.merge(1, events, comments)
                        .takeUntil(frame -> frame == COMPLETE)
                        .startWith(COMMENT),
                exchange);
    }

    private static Map<String, Object> failed(Throwable thrown, ServerWebExchange exchange) {
        return thrown instanceof SubscriptionPublisherException told
                ? Results.of(told.getErrors())
                : Results.of(thrown, Answers.locale(exchange), Answers.id(exchange));
    }

    /// What many are told is written once.
    private byte[] written(ExecutionResult result) {
        return result instanceof LiveResult live
                ? live.written(this, shared -> event(shared.toSpecification()))
                : event(result.toSpecification());
    }

    private byte[] event(Map<String, Object> result) {
        var cursor = cursor(result.get(Results.DATA));
        var frame = new ByteArrayOutputStream();
        frame.writeBytes(bytes(cursor == null ? "event: next\ndata: " : "event: next\nid: " + cursor + "\ndata: "));
        frame.writeBytes(json.writeValueAsBytes(result));
        frame.writeBytes(bytes("\n\n"));
        return frame.toByteArray();
    }

    private static @Nullable String cursor(@Nullable Object data) {
        return data instanceof Map<?, ?> fields
                        && fields.size() == 1
                        && fields.values().iterator().next() instanceof Map<?, ?> item
                        && item.get("cursor") instanceof String cursor
                ? cursor
                : null;
    }

    /// All of it happens on the thread of the connection. What stands between here and the network loses a
    /// request for more now and then when it comes from another thread than the frames, and then nothing is
    /// ever written again.
    private Mono<Void> written(Flux<byte[]> frames, ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.getHeaders().set(HttpHeaders.CONTENT_TYPE, AnswerType.EVENTS.header());
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-cache, no-transform");
        response.getHeaders().set("X-Accel-Buffering", "no");
        var buffers = response.bufferFactory();
        var connection = connection(exchange);
        var thread = Schedulers.fromExecutorService(connection.channel().eventLoop());
        connection.addHandlerLast(HANDLER, new StallGuard(limits.stalled()));
        return response.writeAndFlushWith(frames.publishOn(thread, 1).map(frame -> Mono.just(buffers.wrap(frame))))
                .subscribeOn(thread)
                .doFinally(_ -> connection.removeHandler(HANDLER));
    }

    /// It may serve other requests later.
    private static Connection connection(ServerWebExchange exchange) {
        return ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
