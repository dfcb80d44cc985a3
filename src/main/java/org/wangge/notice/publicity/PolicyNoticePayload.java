package org.wangge.notice.publicity;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on a notice.
record PolicyNoticePayload(
        @Nullable PolicyNotice notice,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static PolicyNoticePayload refused(Refusal refusal) {
        return new PolicyNoticePayload(null, refusal, false, null);
    }
}
