package org.wangge.transport.socket;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.wangge.graphql.LiveExecution;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.transport.TrustedDocuments;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/// The operations of one socket. Each is asked for its next message only when the one before has gone
/// out, so that all get their turn however much one of them has to tell. They are carried out beside the
/// thread of the channel, which goes on answering pings.
final class Operations {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final WebGraphQlHandler graph;
    private final TrustedDocuments documents;
    private final Guest guest;
    private final Wire wire;
    private final int most;
    private final Backlog backlog;
    private final Map<String, Operation> active = new HashMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Sinks.Many<Mono<Void>> begun = Sinks.many().unicast().onBackpressureBuffer();
    private boolean isLeaving;

    Operations(WebGraphQlHandler graph, TrustedDocuments documents, Guest guest, Wire wire, int most) {
        this.graph = graph;
        this.documents = documents;
        this.guest = guest;
        this.wire = wire;
        this.most = most;
        this.backlog = new Backlog(most);
    }

    /// Carries out what is begun; never completes. When it is cancelled everything under way is.
    Flux<Void> running() {
        return begun.asFlux().flatMap(Function.identity(), Integer.MAX_VALUE);
    }

    /// Completes as soon as the operation is under way, or its refusal has gone out.
    ///
    /// @throws Closed 4409 when one of that id is under way, of whatever kind
    Mono<Void> begin(Message.Subscribe asked) {
        if (active.containsKey(asked.id())) {
            throw new Closed(Closing.alreadyThere(asked.id()));
        }
        var answers = new Answers(asked.id(), guest.nextRequestId(), guest.locale());
        if (isLeaving) {
            return wire.send(answers.error(new Fault(FaultCode.UNAVAILABLE)).bytes());
        }
        if (active.size() >= most) {
            return wire.send(answers.error(new Fault(FaultCode.TOO_MANY_OPERATIONS, most))
                    .bytes());
        }
        return backlog.room(wire.thread()).then(Mono.fromRunnable(() -> begin(asked, answers)));
    }

    private void begin(Message.Subscribe asked, Answers answers) {
        var operation = new Operation(backlog);
        active.put(asked.id(), operation);
        unanswered.incrementAndGet();
        begun.tryEmitNext(carriedOut(asked, operation, answers));
    }

    /// Nothing more of it goes out; an id that is not there is one that has ended by itself.
    void end(String id) {
        var operation = active.remove(id);
        if (operation != null) {
            operation.stop();
        }
    }

    /// Begins nothing more; completes when all queries and mutations have been answered.
    Mono<Void> leave() {
        isLeaving = true;
        return Flux.interval(Duration.ZERO, LOOK, wire.thread())
                .onBackpressureDrop()
                .filter(look -> unanswered.get() == 0)
                .next()
                .then();
    }

    private Mono<Void> carriedOut(Message.Subscribe asked, Operation operation, Answers answers) {
        return Mono.fromSupplier(() -> request(asked, operation, answers))
                .flatMap(graph::handleRequest)
                .subscribeOn(Schedulers.parallel())
                .doOnNext(response -> settledIfLive(operation, response))
                .flatMapMany(answers::of)
                .onErrorResume(thrown -> Mono.just(answers.error(thrown)))
                .concatMap(message -> tell(asked.id(), operation, message), 0)
                .takeUntilOther(operation.stopped())
                .then()
                .doFinally(signal -> {
                    settled(operation);
                    operation.left();
                });
    }

    private WebGraphQlRequest request(Message.Subscribe asked, Operation operation, Answers answers) {
        var request = guest.request(documents.resolved(asked.payload()), answers.requestId());
        LiveExecution.watch(request, operation);
        return request;
    }

    private Mono<Void> tell(String id, Operation operation, Answers.Message message) {
        return wire.send(message.bytes(), () -> isWanted(id, operation, message.isLast()));
    }

    /// Its id is free again before the client can know.
    private boolean isWanted(String id, Operation operation, boolean isLast) {
        return isLast ? active.remove(id, operation) : active.get(id) == operation;
    }

    private void settledIfLive(Operation operation, WebGraphQlResponse response) {
        if (Answers.isLive(response)) {
            settled(operation);
        }
    }

    private void settled(Operation operation) {
        if (operation.isSettledNow()) {
            unanswered.decrementAndGet();
        }
    }
}
