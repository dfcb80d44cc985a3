package org.wangge.meeting.session;

import java.util.UUID;

/// Who signs in to which meeting, by the code that is shown there.
record SignInToMeetingInput(UUID key, MeetingId meetingId, String code) {}
