package org.wangge.transport.socket;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Mono;

/// Looks after a socket each second: asks for a sign of life now and then, and ends what is silent or
/// reads nothing. It asks twice, by a frame that every client answers without being told, and by a
/// message that lets a front end notice when the server has gone.
final class Pulse {
    private static final byte[] PING = "{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8);

    private final Wire wire;
    private final Inbox inbox;
    private final SocketSettings settings;
    private long secondsSincePing;
    private long secondsSilent;
    private boolean isPingUnderWay;

    Pulse(Wire wire, Inbox inbox, SocketSettings settings) {
        this.wire = wire;
        this.inbox = inbox;
        this.settings = settings;
    }

    void heard() {
        secondsSilent = 0;
    }

    /// @param isLetIn whether messages may be sent
    /// @throws Closed 1013
    Mono<Void> second(boolean isLetIn) {
        inbox.forgive();
        if (wire.secondsWithoutProgress() > settings.stall().toSeconds()) {
            throw new Closed(Closing.STALLED);
        }
        if (++secondsSilent > settings.silence().toSeconds()) {
            throw new Closed(Closing.SILENT);
        }
        if (++secondsSincePing < settings.ping().toSeconds() || isPingUnderWay) {
            return Mono.empty();
        }
        secondsSincePing = 0;
        isPingUnderWay = true;
        var frame = wire.send(new PingWebSocketFrame(Unpooled.EMPTY_BUFFER), () -> true);
        return (isLetIn ? frame.then(wire.send(PING)) : frame).doFinally(signal -> isPingUnderWay = false);
    }
}
