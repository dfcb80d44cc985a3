package org.wangge.meeting.session;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on a meeting.
record MeetingPayload(
        @Nullable Meeting meeting,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static MeetingPayload refused(Refusal refusal) {
        return new MeetingPayload(null, refusal, false, null);
    }
}
