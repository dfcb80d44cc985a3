package org.wangge.notice;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// Which of one's notifications one has read; all of them when none is named.
record MarkNotificationsReadInput(UUID key, @Nullable List<NotificationId> ids) {
    private static final int MOST = 200;

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        new Problems()
                .check(ids == null || ids.size() <= MOST, "ids", ProblemCode.OUT_OF_RANGE, 0, MOST)
                .refuseIfAny();
    }

    @Nullable
    List<UUID> uuids() {
        return ids == null ? null : ids.stream().map(NotificationId::value).toList();
    }
}
