package org.wangge.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which notifications a list holds; what is null does not limit.
record NotificationFilter(
        @Nullable Boolean isUnread, @Nullable List<NoticeKind> kind) {
    static final NotificationFilter NONE = new NotificationFilter(null, null);
}
