package org.wangge.personnel.duty;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;
import org.wangge.personnel.MemberId;

/// A turn of duty at a post (值班); over at the instant `endsAt`.
public record DutyShift(
        DutyShiftId id,
        PostId postId,
        MemberId memberId,
        Instant startsAt,
        Instant endsAt,
        @Nullable String handoverNote)
        implements Node {}
