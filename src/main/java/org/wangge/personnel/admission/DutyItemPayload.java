package org.wangge.personnel.admission;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on the duty list.
record DutyItemPayload(
        @Nullable DutyItem dutyItem, @Nullable Refusal refusal, boolean replayed) {
    static DutyItemPayload refused(Refusal refusal) {
        return new DutyItemPayload(null, refusal, false);
    }
}
