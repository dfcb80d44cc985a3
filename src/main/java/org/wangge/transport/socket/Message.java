package org.wangge.transport.socket;

import java.util.Map;

/// What a client may say.
sealed interface Message {
    record Init(Map<String, Object> payload) implements Message {}

    record Ping() implements Message {}

    record Pong() implements Message {}

    /// @param payload a GraphQL request
    record Subscribe(String id, Map<String, Object> payload) implements Message {}

    record Complete(String id) implements Message {}
}
