package org.wangge.graphql;

import java.util.Map;
import java.util.Objects;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.web.reactive.socket.CloseStatus;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Decides whether a socket may stay open.
public interface SocketGuard {
    /// Why a socket with these attributes must be closed; empty while it may stay.
    Mono<CloseStatus> verdict(Map<String, Object> attributes);

    /// Closes a socket that has just asked to be let in; never completes.
    static Mono<Object> turnAway(WebSocketSessionInfo session, CloseStatus status) {
        @SuppressWarnings("unchecked")
        var door = (Sinks.One<CloseStatus>)
                Objects.requireNonNull(session.getAttributes().get(GuardedSocketHandler.DOOR));
        return Mono.fromRunnable(() -> door.tryEmitValue(status)).then(Mono.never());
    }
}
