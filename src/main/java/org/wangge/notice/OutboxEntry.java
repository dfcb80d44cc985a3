package org.wangge.notice;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something to send that this node has taken on.
///
/// @param tries how often it was taken on, this time included
record OutboxEntry(
        UUID id,
        Channel channel,
        boolean isUrgent,
        int tries,
        @Nullable UUID accountId,
        NoticeKind kind,
        UUID subjectId,
        List<String> words) {
    OutboxEntry {
        words = List.copyOf(words);
    }
}
