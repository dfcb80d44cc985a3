package org.wangge.organisation.volunteer;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on a team.
record TeamPayload(
        @Nullable VolunteerTeam team,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static TeamPayload refused(Refusal refusal) {
        return new TeamPayload(null, refusal, false, null);
    }
}
