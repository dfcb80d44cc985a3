package org.wangge.graphql;

import java.util.Map;
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
        if (session.getAttributes().get(GuardedSocketHandler.DOOR) instanceof Sinks.One<?> door) {
            door.tryEmitError(new GuardedSocketHandler.TurnedAway(status));
        }
        return Mono.never();
    }
}
