package org.wangge.meeting.session;

import java.util.UUID;

/// Which meeting is opened, or adjourned.
record MeetingStepInput(UUID key, MeetingId meetingId, int expectedVersion) {}
