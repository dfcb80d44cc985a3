package org.wangge.transport.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Closes a connection when something that was written is not taken in time. That is nobody's error: the
/// reader has gone, or sleeps, and comes again.
final class StallGuard extends WriteTimeoutHandler {
    StallGuard(Duration patience) {
        super(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void writeTimedOut(ChannelHandlerContext context) {
        context.close();
    }
}
