package org.wangge.meeting.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.personnel.MemberId;
import org.wangge.resident.ResidentId;

/// Who was present at a meeting (签到), and whether with a vote.
public record Attendance(
        AttendanceId id,
        MeetingId meetingId,
        @Nullable MemberId memberId,
        @Nullable ResidentId residentId,
        @Nullable UUID householdUuid,
        boolean hasVote,
        SignInMethod method,
        Instant signedInAt) {
    @Nullable
    UUID memberUuid() {
        return memberId == null ? null : memberId.value();
    }

    @Nullable
    UUID residentUuid() {
        return residentId == null ? null : residentId.value();
    }
}
