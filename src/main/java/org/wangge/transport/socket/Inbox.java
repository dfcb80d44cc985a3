package org.wangge.transport.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Makes messages of frames, and finds frames that are too many, too long or no text. Frames are copied
/// as they come: their buffers are given back when this returns.
final class Inbox {
    private static final Incoming NOTHING = new Incoming.Nothing();

    private final int longest;
    private final int mostFragments;
    private final int mostPings;
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private int fragments;
    private int pings;

    Inbox(SocketSettings settings) {
        this.longest = settings.messageBytes();
        this.mostFragments = settings.fragments();
        this.mostPings = settings.pings();
    }

    /// Extensions were not agreed on, so that none of their bits may be set.
    Incoming take(WebSocketFrame frame) {
        return frame.rsv() == 0 ? plain(frame) : new Incoming.Wrong(Closing.RESERVED_BIT);
    }

    /// Counts a ping or pong, of frames or of messages, and gives what it amounts to.
    Incoming pinged(Incoming otherwise) {
        return ++pings > mostPings ? new Incoming.Wrong(Closing.TOO_MANY_PINGS) : otherwise;
    }

    /// A second is over.
    void forgive() {
        pings = 0;
    }

    private Incoming plain(WebSocketFrame frame) {
        return switch (frame) {
            case TextWebSocketFrame text when text.isFinalFragment() -> text(ByteBufUtil.getBytes(text.content()));
            case TextWebSocketFrame text -> part(text.content(), false);
            case ContinuationWebSocketFrame more -> part(more.content(), more.isFinalFragment());
            case PingWebSocketFrame ping -> ping(ByteBufUtil.getBytes(ping.content()));
            case PongWebSocketFrame _ -> pinged(NOTHING);
            default -> new Incoming.Wrong(Closing.NOT_TEXT);
        };
    }

    private Incoming ping(byte[] payload) {
        return pinged(new Incoming.Ping(payload));
    }

    private Incoming part(ByteBuf content, boolean isLast) {
        if (++fragments > mostFragments) {
            return new Incoming.Wrong(Closing.TOO_MANY_FRAGMENTS);
        }
        if (parts.size() + content.readableBytes() > longest) {
            return new Incoming.Wrong(Closing.TOO_LARGE);
        }
        parts.writeBytes(ByteBufUtil.getBytes(content));
        return isLast ? whole() : NOTHING;
    }

    private Incoming whole() {
        var bytes = parts.toByteArray();
        parts.reset();
        fragments = 0;
        return text(bytes);
    }

    private static Incoming text(byte[] bytes) {
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return new Incoming.Text(decoder.decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return new Incoming.Wrong(Closing.NOT_UTF_8);
        }
    }
}
