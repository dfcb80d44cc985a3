package org.wangge.meeting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is to sit in a council, as what and when.
record SeatCouncilMemberInput(
        UUID key,
        @Nullable UUID id,
        CouncilId councilId,
        SeatPerson person,
        SeatRole role,
        LocalDate fromOn,
        @Nullable LocalDate toOn) {}
