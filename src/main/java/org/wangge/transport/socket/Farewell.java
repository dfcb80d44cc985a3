package org.wangge.transport.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/// Hangs up when the other side answers our close frame, which would else be answered once more.
final class Farewell extends ChannelInboundHandlerAdapter {
    static final String NAME = "wangge.farewell";

    private final Wire wire;

    Farewell(Wire wire) {
        this.wire = wire;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (wire.isClosed() && message instanceof CloseWebSocketFrame) {
            ReferenceCountUtil.release(message);
            context.close();
        } else {
            context.fireChannelRead(message);
        }
    }
}
