package org.wangge.organisation.agency;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on an agency.
record AgencyPayload(
        @Nullable ServiceAgency agency,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static AgencyPayload refused(Refusal refusal) {
        return new AgencyPayload(null, refusal, false, null);
    }
}
