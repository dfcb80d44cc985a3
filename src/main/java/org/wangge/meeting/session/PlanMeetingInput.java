package org.wangge.meeting.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.meeting.CouncilId;

/// A meeting of a grid, or of one of its councils.
record PlanMeetingInput(
        UUID key,
        @Nullable UUID id,
        GridId gridId,
        @Nullable CouncilId councilId,
        MeetingType type,
        Plan plan) {}
