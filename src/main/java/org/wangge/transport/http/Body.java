package org.wangge.transport.http;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Takes what is sent as the body of a request: JSON in UTF-8, not too much of it and not too slowly.
@Component
class Body {
    private final HttpLimits limits;

    Body(HttpLimits limits) {
        this.limits = limits;
    }

    /// Fails with a [Rejection] of 400, 408, 413 or 415.
    Mono<byte[]> of(ServerHttpRequest request) {
        requireJson(request.getHeaders());
        if (request.getHeaders().getContentLength() > limits.body().toBytes()) {
            return Mono.error(this::tooLarge);
        }
        return DataBufferUtils.join(
                        request.getBody(), Math.toIntExact(limits.body().toBytes()))
                .timeout(limits.sending())
                .onErrorMap(DataBufferLimitException.class, _ -> tooLarge())
                .onErrorMap(TimeoutException.class, _ -> tooSlow())
                .map(Body::bytes)
                .switchIfEmpty(Mono.error(Rejection::malformed));
    }

    /// JSON is exchanged in UTF-8 (RFC 8259), so no other charset and no compressed body is taken.
    private static void requireJson(HttpHeaders headers) {
        var encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
        if (!isJson(headers) || encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw unsupported();
        }
    }

    private static boolean isJson(HttpHeaders headers) {
        try {
            var type = headers.getContentType();
            return type != null
                    && type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException unreadable) {
            throw unsupported();
        }
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static Rejection unsupported() {
        return new Rejection(HttpStatus.UNSUPPORTED_MEDIA_TYPE, FaultCode.UNSUPPORTED_MEDIA_TYPE)
                .with("Accept-Post", MediaType.APPLICATION_JSON_VALUE);
    }

    /// Nobody waits for the rest.
    private Rejection tooLarge() {
        return new Rejection(
                        HttpStatus.CONTENT_TOO_LARGE,
                        FaultCode.BODY_TOO_LARGE,
                        limits.body().toKilobytes())
                .with(HttpHeaders.CONNECTION, "close");
    }

    private static Rejection tooSlow() {
        return new Rejection(HttpStatus.REQUEST_TIMEOUT, FaultCode.TIMEOUT).with(HttpHeaders.CONNECTION, "close");
    }
}
