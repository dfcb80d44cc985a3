package org.wangge.meeting.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.meeting.topic.TopicId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.venue.VenueId;

/// What a meeting is to be, as long as nobody was told of it.
record Plan(
        String title,
        String place,
        @Nullable VenueId venueId,
        boolean isPublic,
        Instant startsAt,
        Instant endsAt,
        List<TopicId> topicIds) {
    private static final int MOST_TOPICS = 20;
    private static final Duration LONGEST = Duration.ofDays(1);

    Plan {
        topicIds = List.copyOf(topicIds);
    }

    Problems problems(Instant now) {
        return new Problems()
                .text("plan.title", title, 2, 100)
                .text("plan.place", place, 2, 200)
                .check(startsAt.isAfter(now), "plan.startsAt", ProblemCode.TOO_EARLY, now)
                .check(endsAt.isAfter(startsAt), "plan.endsAt", ProblemCode.NOT_IN_ORDER)
                .check(
                        !endsAt.isAfter(startsAt.plus(LONGEST)),
                        "plan.endsAt",
                        ProblemCode.TOO_LATE,
                        startsAt.plus(LONGEST))
                .check(topicIds.size() <= MOST_TOPICS, "plan.topicIds", ProblemCode.OUT_OF_RANGE, 0, MOST_TOPICS)
                .check(new HashSet<>(topicIds).size() == topicIds.size(), "plan.topicIds", ProblemCode.DUPLICATE);
    }
}
