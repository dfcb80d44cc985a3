package org.wangge.notice;

import java.util.UUID;
import org.wangge.graphql.GlobalId;

/// Names a [Notification].
public record NotificationId(UUID value) {
    public static final String TYPE = "notification";

    public static NotificationId of(String text) {
        return new NotificationId(GlobalId.decode(TYPE, text));
    }

    @Override
    public String toString() {
        return GlobalId.encode(TYPE, value);
    }
}
