package org.wangge.organisation.activity;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on an enrolment.
record EnrolmentPayload(
        @Nullable ActivityEnrolment enrolment,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static EnrolmentPayload refused(Refusal refusal) {
        return new EnrolmentPayload(null, refusal, false, null);
    }
}
