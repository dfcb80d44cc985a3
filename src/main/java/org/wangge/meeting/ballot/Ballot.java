package org.wangge.meeting.ballot;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.feed.NewEvent;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.meeting.CouncilId;
import org.wangge.meeting.Share;
import org.wangge.meeting.VoteBy;
import org.wangge.meeting.session.MeetingId;
import org.wangge.meeting.topic.TopicId;

/// A vote on a topic (表决).
///
/// @param meetingId where those vote who are present; null online
/// @param count what was counted; null while it is open
public record Ballot(
        BallotId id,
        GridId gridId,
        GridKey gridKey,
        @Nullable CouncilId councilId,
        TopicId topicId,
        @Nullable MeetingId meetingId,
        BallotMethod method,
        VoteBy voteBy,
        List<String> options,
        Share threshold,
        Instant opensAt,
        Instant closesAt,
        @Nullable Instant closedAt,
        @Nullable Count count,
        int version)
        implements Node {
    static final String OPENED = "BALLOT_OPENED";
    static final String VOTED = "BALLOT_VOTED";
    static final String CLOSED = "BALLOT_CLOSED";

    public Ballot {
        options = List.copyOf(options);
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    boolean isSecret() {
        return method == BallotMethod.SECRET;
    }

    /// The option that carried, from 1 on; null while it is open, and when none did.
    public @Nullable Integer carriedNo() {
        return count == null ? null : count.carriedNo();
    }

    public @Nullable Boolean isQuorate() {
        return count == null ? null : count.isQuorate();
    }

    public @Nullable Integer wholeCount() {
        return count == null ? null : count.whole();
    }

    /// Null while it is open.
    public @Nullable Integer neededCount() {
        return count == null ? null : count.needed();
    }

    /// How many voted for what has to carry: the first option where it is yes or no, else the one with most.
    public int mostVotes(boolean isYesOrNo) {
        var tallies = count == null ? List.<Integer>of() : count.tallies();
        return isYesOrNo && !tallies.isEmpty()
                ? tallies.getFirst()
                : tallies.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    NewEvent event(String type, Instant at) {
        return new NewEvent(type, id.value(), version, gridKey, at);
    }

    @Nullable
    UUID meetingUuid() {
        return meetingId == null ? null : meetingId.value();
    }

    @Nullable
    UUID councilUuid() {
        return councilId == null ? null : councilId.value();
    }
}
