package org.wangge.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.GlobalId;
import org.wangge.graphql.Node;

/// What somebody was told (消息).
///
/// @param no counts from 1 in the box of an account; null when there was no account yet
/// @param subjectUuid what it is about
public record Notification(
        NotificationId id,
        @Nullable Integer no,
        NoticeKind kind,
        UUID subjectUuid,
        List<String> words,
        Instant at,
        @Nullable Instant readAt)
        implements Node {
    public Notification {
        words = List.copyOf(words);
    }

    public String subjectId() {
        return GlobalId.encode(kind.subjectType(), subjectUuid);
    }

    public @Nullable String issueId() {
        return kind.isOfIssue() ? subjectId() : null;
    }

    /// Null when it is about something else.
    public @Nullable UUID issueUuid() {
        return kind.isOfIssue() ? subjectUuid : null;
    }
}
