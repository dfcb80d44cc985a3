package org.wangge.transport.socket;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.graphql.SocketGuard;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.websocket.WebsocketInbound;

/// One socket from its handshake to its close frame. Everything here happens on the thread of its
/// channel; messages are taken one after the other, but for pings, which are answered as they come, and a
/// client that asks faster than it reads answers is read no faster.
final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AHEAD = 512;
    private static final byte[] ACK = "{\"type\":\"connection_ack\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PONG = "{\"type\":\"pong\"}".getBytes(StandardCharsets.UTF_8);

    private final SocketGuard guard;
    private final SocketSettings settings;
    private final Sockets sockets;
    private final Guest guest;
    private final Wire wire;
    private final Inbox inbox;
    private final Pulse pulse;
    private final ReadAhead readAhead = new ReadAhead();
    private final Operations operations;
    private final Sinks.One<Message.Init> knock = Sinks.one();
    private final Sinks.One<Closing> end = Sinks.one();
    private boolean hasKnocked;
    private boolean isLetIn;
    private @Nullable String seat;

    Conversation(SocketGuard guard, Sockets sockets, Guest guest, Operations operations, Wire wire) {
        this.guard = guard;
        this.sockets = sockets;
        this.settings = sockets.settings();
        this.guest = guest;
        this.operations = operations;
        this.wire = wire;
        this.inbox = new Inbox(settings);
        this.pulse = new Pulse(wire, inbox, settings);
    }

    /// Completes when the channel is closed.
    Mono<Void> held(WebsocketInbound inbound) {
        return Mono.when(heard(inbound), lived()).doFinally(signal -> {
            if (seat != null) {
                sockets.rise(seat);
            }
        });
    }

    private Mono<Void> heard(WebsocketInbound inbound) {
        return inbound.receiveFrames()
                .map(inbox::take)
                .concatMap(incoming -> orClosed(() -> arrived(incoming)), 1)
                .concatMap(this::heard, AHEAD)
                .onErrorComplete()
                .then()
                .doFinally(signal -> end.tryEmitValue(Closing.GONE));
    }

    /// Text that waits for its turn, and is read then: what stands before a ping must not keep it.
    private Mono<String> arrived(Incoming incoming) {
        pulse.heard();
        return switch (incoming) {
            case Incoming.Text(var text) when Messages.mayBePing(text) -> pinged(Messages.read(text), text);
            case Incoming.Text(var text) -> inTurn(text);
            case Incoming.Ping(var payload) ->
                wire.send(new PongWebSocketFrame(Unpooled.wrappedBuffer(payload)), () -> true)
                        .then(Mono.empty());
            case Incoming.Nothing _ -> Mono.empty();
            case Incoming.Wrong(var closing) -> Mono.error(new Closed(closing));
        };
    }

    private Mono<String> pinged(Message message, String text) {
        return message instanceof Message.InTurn
                ? inTurn(text)
                : answered(message).then(Mono.empty());
    }

    private Mono<String> inTurn(String text) {
        return readAhead.room(text.length()).thenReturn(text);
    }

    /// A task of its own each time: between two of them the thread looks for what has come.
    private Mono<Void> heard(String text) {
        return orClosed(() -> answered(Messages.read(text)))
                .doFinally(signal -> readAhead.leave(text.length()))
                .subscribeOn(wire.thread());
    }

    /// Nothing is done for a socket that is being closed.
    private <T> Mono<T> orClosed(Supplier<Mono<T>> act) {
        return Mono.defer(() -> wire.isClosed() ? Mono.<T>empty() : act.get()).onErrorResume(Closed.class, closed -> {
            end.tryEmitValue(closed.closing());
            return Mono.empty();
        });
    }

    /// Until something ends it; then everything under way is cancelled before the socket is closed.
    private Mono<Void> lived() {
        var living = Flux.merge(operations.running(), letIn(), lateness(), lookedAfter(), rights(), drained())
                .then(Mono.<Closing>never())
                .onErrorResume(thrown -> Mono.just(closing(thrown)));
        return Mono.firstWithSignal(end.asMono(), living).flatMap(wire::close);
    }

    private Mono<Void> answered(Message message) {
        return switch (message) {
            case Message.Ping _ -> bounded(wire.send(PONG));
            case Message.Pong _ -> bounded(Mono.empty());
            case Message.Init init -> knocked(init);
            case Message.Subscribe subscribe when isLetIn -> operations.begin(subscribe);
            case Message.Subscribe _ -> Mono.error(new Closed(Closing.UNAUTHORIZED));
            case Message.Complete(var id) -> Mono.fromRunnable(() -> operations.end(id));
        };
    }

    private Mono<Void> bounded(Mono<Void> answer) {
        return inbox.pinged(new Incoming.Nothing()) instanceof Incoming.Wrong(var closing)
                ? Mono.error(new Closed(closing))
                : answer;
    }

    private Mono<Void> knocked(Message.Init init) {
        if (hasKnocked) {
            return Mono.error(new Closed(Closing.INIT_AGAIN));
        }
        hasKnocked = true;
        guest.introduce(init.payload());
        knock.tryEmitValue(init);
        return Mono.empty();
    }

    private Mono<Void> letIn() {
        return knock.asMono()
                .flatMap(init -> guard.admit(guest, init.payload()))
                .publishOn(wire.thread())
                .flatMap(this::seated);
    }

    /// @param person empty for somebody who is nobody in particular
    private Mono<Void> seated(String person) {
        if (!person.isEmpty()) {
            if (!sockets.sit(person)) {
                return Mono.error(new Fault(FaultCode.TOO_MANY_SOCKETS, settings.perPerson()));
            }
            seat = person;
        }
        isLetIn = true;
        return wire.send(ACK);
    }

    private Mono<Void> lateness() {
        return Mono.delay(settings.init(), wire.thread())
                .filter(late -> !hasKnocked)
                .flatMap(late -> Mono.error(new Closed(Closing.INIT_TIMEOUT)));
    }

    private Flux<Void> lookedAfter() {
        return Flux.interval(SECOND, wire.thread())
                .onBackpressureDrop()
                .flatMap(second -> pulse.second(isLetIn), Integer.MAX_VALUE);
    }

    /// A database that does not answer is no reason to close: nothing is told meanwhile.
    private Flux<Void> rights() {
        return Flux.interval(SECOND, wire.thread())
                .onBackpressureDrop()
                .filter(second -> isLetIn)
                .concatMap(second -> guard.check(guest).onErrorComplete(thrown -> !isLost(thrown)), 1);
    }

    private static boolean isLost(Throwable thrown) {
        return thrown instanceof Fault fault && fault.code().kind() == FaultCode.Kind.UNAUTHORIZED;
    }

    /// What was asked is answered first, so that nobody has to wonder about a command.
    private Mono<Void> drained() {
        var answered =
                Mono.defer(operations::leave).subscribeOn(wire.thread()).timeout(PATIENCE, Mono.empty(), wire.thread());
        return sockets.turn().then(answered).then(Mono.error(() -> new Closed(Closing.RESTART)));
    }

    private static Closing closing(Throwable thrown) {
        return switch (thrown) {
            case Closed closed -> closed.closing();
            case Fault fault -> Closing.of(fault);
            default -> {
                LOG.error("A socket failed", thrown);
                yield Closing.FAILED;
            }
        };
    }
}
