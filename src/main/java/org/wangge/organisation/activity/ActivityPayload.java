package org.wangge.organisation.activity;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on an activity.
record ActivityPayload(
        @Nullable Activity activity,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static ActivityPayload refused(Refusal refusal) {
        return new ActivityPayload(null, refusal, false, null);
    }
}
