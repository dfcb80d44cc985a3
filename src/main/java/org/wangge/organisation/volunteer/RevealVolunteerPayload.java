package org.wangge.organisation.volunteer;

import org.jspecify.annotations.Nullable;
import org.wangge.access.ClearText;
import org.wangge.refusal.Refusal;

/// What became of a look at the name of a volunteer.
record RevealVolunteerPayload(
        @Nullable ClearText name, @Nullable Refusal refusal, boolean replayed) {
    static RevealVolunteerPayload shown(String name, boolean replayed) {
        return new RevealVolunteerPayload(ClearText.name(name), null, replayed);
    }

    static RevealVolunteerPayload refused(Refusal refusal) {
        return new RevealVolunteerPayload(null, refusal, false);
    }
}
