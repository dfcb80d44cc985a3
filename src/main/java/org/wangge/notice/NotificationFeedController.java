package org.wangge.notice;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Presence;
import org.wangge.access.Viewer;
import org.wangge.feed.Event;
import org.wangge.feed.Feed;
import org.wangge.feed.Sight;
import org.wangge.feed.Told;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What the viewer is told, live. The event names the account, so nothing is read for anybody else's.
@Controller
class NotificationFeedController {
    private final Feed feed;
    private final Notifications notifications;

    NotificationFeedController(Feed feed, Notifications notifications) {
        this.feed = feed;
        this.notifications = notifications;
    }

    @SubscriptionMapping
    Flux<Object> myNotifications(
            @Argument @Nullable String after, @ContextValue Viewer viewer, @ContextValue Presence presence) {
        var mailbox = Mailbox.of(viewer);
        return feed.told(after, sight(presence), (event, cursor) -> told(event, cursor, mailbox))
                .mapNotNull(Told::news);
    }

    /// Whoever is still signed in, wherever the reason for telling them lies.
    private static Sight sight(Presence presence) {
        return () -> presence.viewer().map(Viewer::signedIn).map(viewer -> Scope.everywhere());
    }

    private Mono<NotificationEvent> told(Event event, String cursor, Mailbox mailbox) {
        return event.type().equals(Notices.EVENT) && event.subject().equals(mailbox.accountId())
                ? notifications
                        .numbered(mailbox.accountId(), event.subjectVersion())
                        .map(notification -> new NotificationEvent(notification, cursor))
                : Mono.empty();
    }
}
