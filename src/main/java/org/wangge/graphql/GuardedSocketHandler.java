package org.wangge.graphql;

import java.time.Duration;
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

/// A socket that is asked every second whether it may stay open, and closed with the reason.
@Component
class GuardedSocketHandler extends GraphQlWebSocketHandler {
    static final String DOOR = "wangge.door";
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final SocketGuard guard;

    /// Carries why a socket is turned away.
    static final class TurnedAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient CloseStatus status;

        TurnedAway(CloseStatus status) {
            super(status.getReason(), null, false, false);
            this.status = status;
        }
    }

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
        var door = Sinks.<Void>one();
        session.getAttributes().put(DOOR, door);
        var turnedAway = door.asMono().onErrorResume(TurnedAway.class, away -> session.close(away.status));
        var ended = Flux.interval(ROUND)
                .onBackpressureDrop()
                .concatMap(second -> guard.verdict(session.getAttributes()))
                .next()
                .flatMap(session::close);
        return Mono.firstWithSignal(super.handle(session), turnedAway, ended);
    }
}
