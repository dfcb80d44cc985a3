package org.wangge.meeting.session;

import java.util.UUID;
import org.wangge.meeting.SeatPerson;

/// Who is present without signing in themselves.
record RecordAttendanceInput(UUID key, MeetingId meetingId, SeatPerson person) {}
