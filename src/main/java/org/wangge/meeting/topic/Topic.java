package org.wangge.meeting.topic;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.feed.NewEvent;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.meeting.CouncilId;
import org.wangge.personnel.MemberId;
import org.wangge.refusal.SocietyRefusal.NotInThisState;
import org.wangge.resident.ResidentId;

/// Something to deliberate on (议题), with what can be chosen.
///
/// @param councilId who is to deliberate on it; null before it was taken on, and for who meets without a council
/// @param proposedBy the actor who brought it up
public record Topic(
        TopicId id,
        GridId gridId,
        GridKey gridKey,
        @Nullable CouncilId councilId,
        TopicSource source,
        String title,
        String background,
        List<String> options,
        TopicStatus status,
        String proposedBy,
        @Nullable MemberId memberId,
        @Nullable ResidentId residentId,
        int supportCount,
        Instant proposedAt,
        int version)
        implements Node {
    /// What can be chosen where nothing else was said: the first is for it.
    public static final List<String> YES_OR_NO = List.of("同意", "不同意", "弃权");

    public Topic {
        options = List.copyOf(options);
    }

    /// Whether it is to be agreed to or not.
    public boolean isYesOrNo() {
        return options.equals(YES_OR_NO);
    }

    /// @throws org.wangge.refusal.Refused NOT_IN_THIS_STATE when it stands elsewhere
    public void require(TopicStatus... allowed) {
        NotInThisState.unless("topic", status, allowed);
    }

    public NewEvent event(Instant at) {
        return new NewEvent("TOPIC_" + status, id.value(), version, gridKey, at);
    }

    @Nullable
    UUID councilUuid() {
        return councilId == null ? null : councilId.value();
    }

    @Nullable
    UUID memberUuid() {
        return memberId == null ? null : memberId.value();
    }

    @Nullable
    UUID residentUuid() {
        return residentId == null ? null : residentId.value();
    }
}
