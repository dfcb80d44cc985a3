package org.wangge.transport.socket;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// The sending side of a socket. Each sender waits until what it sent has left this machine before it
/// sends more, so that little waits for a slow reader and nobody is passed by a greedy neighbour.
/// Everything about a socket happens on the one thread of its channel.
final class Wire {
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final Channel channel;
    private final Scheduler thread;
    private int waiting;
    private int secondsWithoutProgress;
    private boolean isClosed;

    Wire(Channel channel) {
        this.channel = channel;
        this.thread = Schedulers.fromExecutorService(channel.eventLoop());
    }

    Scheduler thread() {
        return thread;
    }

    boolean isClosed() {
        return isClosed;
    }

    /// Completes when the message has gone out.
    Mono<Void> send(byte[] message) {
        return send(message, () -> true);
    }

    /// Completes when the message has gone out, or at once when it is not wanted any more by then.
    Mono<Void> send(byte[] message, BooleanSupplier isWanted) {
        return send(new TextWebSocketFrame(Unpooled.wrappedBuffer(message)), isWanted);
    }

    /// The frame must be one on the heap: nobody gives it back when it is not wanted.
    Mono<Void> send(WebSocketFrame frame, BooleanSupplier isWanted) {
        return Mono.create(sink -> channel.eventLoop().execute(() -> {
            if (isClosed || !isWanted.getAsBoolean()) {
                sink.success();
            } else {
                write(frame, sink);
            }
        }));
    }

    /// To be asked each second: for how many of them nothing has gone out although something waits.
    int secondsWithoutProgress() {
        secondsWithoutProgress = waiting == 0 ? 0 : secondsWithoutProgress + 1;
        return secondsWithoutProgress;
    }

    /// Says why, sends nothing more, and hangs up when the other side has answered or does not. To
    /// hang up at once would throw away what they have not read yet.
    Mono<Void> close(Closing closing) {
        return Mono.defer(() -> {
                    isClosed = true;
                    return closing.equals(Closing.GONE) ? Mono.<Void>empty() : farewell(closing);
                })
                .subscribeOn(thread)
                .doFinally(signal -> channel.close());
    }

    private Mono<Void> farewell(Closing closing) {
        var gone = Mono.<Void>create(sink -> channel.closeFuture().addListener(closed -> sink.success()));
        channel.writeAndFlush(new CloseWebSocketFrame(closing.code(), closing.reason()));
        return Mono.firstWithSignal(gone, Mono.delay(LINGER, thread).then());
    }

    /// Who cannot send is not told: the channel is closed, and with it everything ends.
    private void write(WebSocketFrame frame, MonoSink<Void> sink) {
        waiting++;
        channel.writeAndFlush(frame).addListener(written -> {
            waiting--;
            secondsWithoutProgress = 0;
            sink.success();
        });
    }
}
