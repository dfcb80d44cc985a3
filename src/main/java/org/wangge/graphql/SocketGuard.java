package org.wangge.graphql;

import java.util.Map;
import org.springframework.graphql.server.WebSocketSessionInfo;
import reactor.core.publisher.Mono;

/// Decides who may open a socket, and how long it may stay open.
public interface SocketGuard {
    /// Who asks to be let in with the payload of `connection_init`; what is to be known of them later goes
    /// into the attributes of the session.
    ///
    /// @return a key of the person, empty for somebody who is nobody in particular
    /// @throws org.wangge.refusal.Fault SIGN_IN_REQUIRED without a token, or what is wrong with it
    Mono<String> admit(WebSocketSessionInfo session, Map<String, Object> payload);

    /// Completes while the socket may stay.
    ///
    /// @throws org.wangge.refusal.Fault what is wrong now with the token it was opened with
    Mono<Void> check(WebSocketSessionInfo session);
}
