package org.wangge.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on one's notifications.
record NotificationPayload(
        List<Notification> notifications,
        @Nullable Integer unreadNotificationCount,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static NotificationPayload refused(Refusal refusal) {
        return new NotificationPayload(List.of(), null, refusal, false, null);
    }
}
