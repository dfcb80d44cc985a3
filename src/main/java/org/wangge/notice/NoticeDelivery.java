package org.wangge.notice;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.wangge.graphql.GlobalId;
import reactor.core.publisher.Mono;

/// Sends what waits in the outbox, every five seconds, on every node: each entry is taken on by one.
@Component
class NoticeDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeDelivery.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SIDE_BY_SIDE = 4;

    private final OutboxQueue queue;
    private final MessageAddresses addresses;
    private final Map<Channel, Messenger> messengers = new EnumMap<>(Channel.class);
    private final Clock clock;

    NoticeDelivery(OutboxQueue queue, MessageAddresses addresses, ObjectProvider<Messenger> messengers, Clock clock) {
        this.queue = queue;
        this.addresses = addresses;
        this.clock = clock;
        messengers
                .orderedStream()
                .forEach(messenger ->
                        messenger.channels().forEach(channel -> this.messengers.putIfAbsent(channel, messenger)));
    }

    @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT5S")
    Mono<Void> deliver() {
        return Mono.defer(this::deliverWhatIsDue)
                .onErrorResume(failure -> Mono.fromRunnable(() ->
                        LOG.warn("Notices could not be sent, the next try is in a moment: {}", failure.toString())))
                .then();
    }

    /// How many were handed over.
    Mono<Long> deliverWhatIsDue() {
        return messengers.isEmpty()
                ? Mono.just(0L)
                : batch().expand(entries -> entries.size() < OutboxQueue.AT_ONCE ? Mono.empty() : batch())
                        .flatMapIterable(entries -> entries)
                        .filter(isSent -> isSent)
                        .count();
    }

    private Mono<List<Boolean>> batch() {
        return queue.take(messengers.keySet(), clock.instant())
                .collectList()
                .flatMapIterable(entries -> entries)
                .flatMap(this::deliver, SIDE_BY_SIDE)
                .collectList();
    }

    private Mono<Boolean> deliver(OutboxEntry entry) {
        return addresses
                .of(entry)
                .map(address -> message(entry, address))
                .flatMap(message -> sent(message).thenReturn(true))
                .flatMap(handed -> queue.sent(entry, clock.instant()).map(rows -> rows == 1))
                .switchIfEmpty(Mono.defer(
                        () -> queue.failed(entry, true, clock.instant()).thenReturn(false)))
                .onErrorResume(failure -> failed(entry, failure));
    }

    private Mono<Void> sent(Message message) {
        return Objects.requireNonNull(messengers.get(message.channel()))
                .send(message)
                .timeout(PATIENCE);
    }

    /// The failure's own words may hold the address.
    private Mono<Boolean> failed(OutboxEntry entry, Throwable failure) {
        LOG.warn(
                "A notice could not be sent by {} (try {}): {}",
                entry.channel(),
                entry.tries(),
                failure.getClass().getSimpleName());
        return queue.failed(entry, false, clock.instant()).thenReturn(false);
    }

    private static Message message(OutboxEntry entry, String address) {
        return new Message(
                entry.id(),
                entry.channel(),
                address,
                entry.kind(),
                Wording.of(entry.kind(), entry.words(), Locale.CHINESE),
                GlobalId.encode(entry.kind().subjectType(), entry.subjectId()));
    }
}
