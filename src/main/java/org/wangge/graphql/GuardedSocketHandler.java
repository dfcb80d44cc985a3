package org.wangge.graphql;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webflux.GraphQlWebSocketHandler;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// A socket that is asked every second whether it may stay open, and closed with the reason. What is
/// closed ends by itself, but not before the reason has been written: it would be cut off without.
@Component
class GuardedSocketHandler extends GraphQlWebSocketHandler {
    static final String DOOR = "wangge.door";
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final SocketGuard guard;

    GuardedSocketHandler(
            WebGraphQlHandler handler, ServerCodecConfigurer codecs, GraphQlProperties properties, SocketGuard guard) {
        super(
                handler,
                codecs,
                properties.getWebsocket().getConnectionInitTimeout(),
                properties.getWebsocket().getKeepAlive());
        this.guard = guard;
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        var door = Sinks.<CloseStatus>one();
        session.getAttributes().put(DOOR, door);
        var sentAway = Flux.interval(ROUND)
                .onBackpressureDrop()
                .concatMap(second -> guard.verdict(session.getAttributes()))
                .next();
        var written = new AtomicReference<>(Mono.<Void>empty());
        var closing = Mono.firstWithValue(door.asMono(), sentAway).flatMap(status -> {
            written.set(session.close(status).cache());
            return written.get();
        });
        return Flux.merge(super.handle(session).thenReturn(true), closing.then(Mono.<Boolean>never()))
                .next()
                .then(Mono.defer(written::get));
    }
}
