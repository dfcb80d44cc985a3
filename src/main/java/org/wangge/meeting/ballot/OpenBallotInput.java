package org.wangge.meeting.ballot;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.meeting.VoteBy;
import org.wangge.meeting.session.MeetingId;
import org.wangge.meeting.topic.TopicId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// A ballot on a topic.
record OpenBallotInput(
        UUID key,
        @Nullable UUID id,
        TopicId topicId,
        @Nullable MeetingId meetingId,
        BallotMethod method,
        @Nullable VoteBy voteBy,
        @Nullable Instant opensAt,
        Instant closesAt) {
    private static final Duration LONGEST = Duration.ofDays(30);

    Problems problems(Instant now) {
        var from = from(now);
        return new Problems()
                .check(!from.isBefore(now), "opensAt", ProblemCode.TOO_EARLY, now)
                .check(closesAt.isAfter(from), "closesAt", ProblemCode.NOT_IN_ORDER)
                .check(!closesAt.isAfter(from.plus(LONGEST)), "closesAt", ProblemCode.TOO_LATE, from.plus(LONGEST))
                .check(!method.isInAMeeting() || meetingId != null, "meetingId", ProblemCode.REQUIRED)
                .check(
                        method.isInAMeeting() || meetingId == null,
                        "meetingId",
                        ProblemCode.NOT_ALLOWED,
                        "SHOW_OF_HANDS, SECRET");
    }

    Instant from(Instant now) {
        return opensAt == null ? now : opensAt;
    }
}
