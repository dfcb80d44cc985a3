package org.wangge.meeting.session;

import java.time.Instant;

/// Something happened to a meeting, which is shown as it is now.
record MeetingEvent(MeetingNews news, Instant at, Meeting meeting, String cursor) {}
