package org.wangge.meeting.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.feed.NewEvent;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.meeting.CouncilId;
import org.wangge.refusal.SocietyRefusal.NotInThisState;

/// People of a grid who meet (会议), with a council or without one.
///
/// @param code by which those present sign in; for whoever calls the meeting to show
/// @param seatCount how many sit in the council and vote, when it was opened
public record Meeting(
        MeetingId id,
        GridId gridId,
        GridKey gridKey,
        @Nullable CouncilId councilId,
        MeetingType type,
        String title,
        String place,
        boolean isPublic,
        Instant startsAt,
        Instant endsAt,
        MeetingStatus status,
        @Nullable String content,
        @Nullable String emergencyReason,
        @Nullable Instant noticedAt,
        @Nullable String code,
        @Nullable Integer seatCount,
        @Nullable Instant openedAt,
        @Nullable Instant adjournedAt,
        @Nullable Instant closedAt,
        @Nullable String minutes,
        @Nullable String cancelReason,
        int version)
        implements Node {
    /// @throws org.wangge.refusal.Refused NOT_IN_THIS_STATE when it stands elsewhere
    public void require(MeetingStatus... allowed) {
        NotInThisState.unless("meeting", status, allowed);
    }

    public NewEvent event(MeetingNews news, Instant at) {
        return new NewEvent(news.event(), id.value(), version, gridKey, at);
    }

    @Nullable
    UUID councilUuid() {
        return councilId == null ? null : councilId.value();
    }
}
