package org.wangge.notice;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import reactor.core.publisher.Mono;

/// What the viewer was told, in the graph.
@Controller
class NotificationController {
    private final Notifications notifications;

    NotificationController(Notifications notifications) {
        this.notifications = notifications;
    }

    @QueryMapping
    Mono<Connection<Notification>> myNotifications(
            @Argument @Nullable NotificationFilter filter, PageRequest page, @ContextValue Viewer viewer) {
        return notifications.page(filter == null ? NotificationFilter.NONE : filter, Mailbox.of(viewer), page);
    }

    @QueryMapping
    Mono<Integer> unreadNotificationCount(@ContextValue Viewer viewer) {
        return notifications.unread(Mailbox.of(viewer));
    }

    @SchemaMapping
    String text(Notification notification, @Argument @Nullable String locale, Locale requested) {
        return Wording.of(
                notification.kind(), notification.words(), locale == null ? requested : Locale.forLanguageTag(locale));
    }
}
