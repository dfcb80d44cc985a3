package org.wangge.transport.socket;

/// What frames amount to.
sealed interface Incoming {
    record Text(String text) implements Incoming {}

    record Ping(byte[] payload) implements Incoming {}

    /// A pong, or a part of a message.
    record Nothing() implements Incoming {}

    record Wrong(Closing closing) implements Incoming {}
}
