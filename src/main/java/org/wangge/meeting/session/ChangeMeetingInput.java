package org.wangge.meeting.session;

import java.util.UUID;

/// What a meeting is to be instead.
record ChangeMeetingInput(UUID key, MeetingId meetingId, int expectedVersion, Plan plan) {}
