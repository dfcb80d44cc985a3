package org.wangge.notice.publicity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.notice.NewNotice;
import org.wangge.notice.NoticeKind;
import org.wangge.notice.Notices;
import org.wangge.notice.Recipient;
import reactor.core.publisher.Mono;

/// Sends word of published notices to those of the audience who have an account, some hundreds at a time, so
/// that no transaction is long, however many they are. Any node may do it: each part has one key.
@Component
class Announcer {
    static final int AT_ONCE = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final Commands commands;
    private final Announcements announcements;
    private final Notices notices;
    private final Clock clock;

    Announcer(Commands commands, Announcements announcements, Notices notices, Clock clock) {
        this.commands = commands;
        this.announcements = announcements;
        this.notices = notices;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT5S")
    Mono<Void> run() {
        return Mono.defer(this::announce)
                .then()
                .onErrorResume(failure -> Mono.fromRunnable(() -> LOG.warn(
                        "Notices could not be announced, the next try is in a moment: {}", failure.toString())));
    }

    /// All that is to be announced; in how many parts.
    Mono<Long> announce() {
        return part().expand(done -> part()).count();
    }

    /// Empty when there is no more.
    private Mono<Outcome> part() {
        return announcements.next().flatMap(this::part);
    }

    private Mono<Outcome> part(Announcements.Pending pending) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var name = "announcePolicyNotice|" + pending.noticeId() + '|' + pending.after();
        var key = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        var work = announcements
                .lock(pending)
                .flatMap(locked -> announcements
                        .listeners(locked, AT_ONCE)
                        .collectList()
                        .flatMap(listeners -> told(locked, listeners, now)))
                .defaultIfEmpty(Done.quietly(pending.noticeId(), 1));
        return commands.once(new Command("timer", key, "announcePolicyNotice", name), now, work);
    }

    private Mono<Done> told(Announcements.Pending pending, List<Announcements.Listener> listeners, Instant now) {
        var news = listeners.stream()
                .map(listener -> new NewNotice(
                        new Recipient.Account(listener.accountId()),
                        NoticeKind.POLICY_PUBLISHED,
                        pending.noticeId(),
                        List.of(pending.title())))
                .toList();
        return announcements
                .advance(pending, listeners, listeners.size() < AT_ONCE, now)
                .then(Mono.defer(() -> notices.tell(news, pending.gridKey(), "", now)))
                .map(events -> new Done(pending.noticeId(), 1, events));
    }
}
