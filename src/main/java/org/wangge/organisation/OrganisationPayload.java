package org.wangge.organisation;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on an organisation.
record OrganisationPayload(
        @Nullable SocialOrganisation organisation,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static OrganisationPayload refused(Refusal refusal) {
        return new OrganisationPayload(null, refusal, false, null);
    }
}
