package org.wangge.notice.publicity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.feed.NewEvent;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.refusal.SocietyRefusal.NotInThisState;

/// What the people of a grid are to know (政策宣传、通知公告).
///
/// @param statusAt since when it has its status
record PolicyNotice(
        PolicyNoticeId id,
        GridId gridId,
        GridKey gridKey,
        String title,
        String body,
        PolicyAudience audience,
        PolicyNoticeStatus status,
        Instant statusAt,
        @Nullable Instant publishedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawReason,
        int version)
        implements Node {
    static final String TOLD = "POLICY_NOTICE_";

    UUID uuid() {
        return id.value();
    }

    /// @throws org.wangge.refusal.Refused NOT_IN_THIS_STATE when it stands elsewhere
    void require(PolicyNoticeStatus... allowed) {
        NotInThisState.unless("policyNotice", status, allowed);
    }

    NewEvent event(String what, GridKey at, Instant now) {
        return new NewEvent(TOLD + what, uuid(), version, at, now);
    }
}
