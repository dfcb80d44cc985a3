package org.wangge.transport.socket;

import java.util.Map;

/// What a client may say.
sealed interface Message {
    /// Answered in the order in which it comes; pings and pongs need not wait for it.
    sealed interface InTurn extends Message {}

    record Init(Map<String, Object> payload) implements InTurn {}

    record Ping() implements Message {}

    record Pong() implements Message {}

    /// @param payload a GraphQL request
    record Subscribe(String id, Map<String, Object> payload) implements InTurn {}

    record Complete(String id) implements InTurn {}
}
