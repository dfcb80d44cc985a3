package org.wangge.organisation.volunteer;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on a volunteer.
record VolunteerPayload(
        @Nullable Volunteer volunteer,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static VolunteerPayload refused(Refusal refusal) {
        return new VolunteerPayload(null, refusal, false, null);
    }
}
