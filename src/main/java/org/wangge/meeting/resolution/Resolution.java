package org.wangge.meeting.resolution;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.feed.NewEvent;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.meeting.CouncilId;
import org.wangge.meeting.ballot.BallotId;
import org.wangge.meeting.topic.TopicId;
import org.wangge.refusal.SocietyRefusal.NotInThisState;

/// What was resolved on a topic (决议).
///
/// @param publicUntil until then whoever it concerns can object; null for what changes nothing
record Resolution(
        ResolutionId id,
        GridId gridId,
        GridKey gridKey,
        @Nullable CouncilId councilId,
        TopicId topicId,
        @Nullable BallotId ballotId,
        ResolutionResult result,
        String text,
        ResolutionStatus status,
        Instant adoptedAt,
        @Nullable Instant publicUntil,
        @Nullable Instant startedAt,
        @Nullable Instant doneAt,
        @Nullable Instant fedBackAt,
        @Nullable String feedback,
        int version)
        implements Node {
    /// @throws org.wangge.refusal.Refused NOT_IN_THIS_STATE when it stands elsewhere
    void require(ResolutionStatus... allowed) {
        NotInThisState.unless("resolution", status, allowed);
    }

    NewEvent event(String what, Instant at) {
        return new NewEvent("RESOLUTION_" + what, id.value(), version, gridKey, at);
    }

    @Nullable
    UUID ballotUuid() {
        return ballotId == null ? null : ballotId.value();
    }
}
