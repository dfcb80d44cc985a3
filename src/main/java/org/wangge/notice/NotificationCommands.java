package org.wangge.notice;

import java.time.Clock;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What people do with their notifications.
@Controller
class NotificationCommands {
    private final Commands commands;
    private final Notifications notifications;
    private final Clock clock;

    NotificationCommands(Commands commands, Notifications notifications, Clock clock) {
        this.commands = commands;
        this.notifications = notifications;
        this.clock = clock;
    }

    @MutationMapping
    Mono<NotificationPayload> markNotificationsRead(
            @Argument MarkNotificationsReadInput input, @ContextValue Viewer viewer) {
        return Mono.defer(() -> read(input, viewer))
                .flatMap(outcome -> payload(outcome, input, Mailbox.of(viewer)))
                .onErrorResume(Refused.class, refused -> Mono.just(NotificationPayload.refused(refused.refusal())));
    }

    private Mono<Outcome> read(MarkNotificationsReadInput input, Viewer viewer) {
        var mailbox = Mailbox.of(viewer);
        input.check();
        var now = clock.instant();
        var work = notifications
                .read(mailbox, input.uuids(), now)
                .map(count -> Done.quietly(mailbox.accountId(), count.intValue()));
        return commands.once(new Command(viewer.actor(), input.key(), "markNotificationsRead", input), now, work);
    }

    private Mono<NotificationPayload> payload(Outcome outcome, MarkNotificationsReadInput input, Mailbox mailbox) {
        var ids = input.uuids();
        var read = ids == null ? Flux.<Notification>empty() : notifications.all(ids, mailbox);
        return Mono.zip(
                read.collectList(),
                notifications.unread(mailbox),
                (List<Notification> named, Integer unread) ->
                        new NotificationPayload(named, unread, null, outcome.replayed(), outcome.cursor()));
    }
}
