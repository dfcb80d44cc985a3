package org.wangge.resident.own;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// A copy of everything that is kept about somebody, in clear.
record ExportPayload(
        @Nullable Map<String, Object> copy, @Nullable Refusal refusal, boolean replayed) {
    static ExportPayload refused(Refusal refusal) {
        return new ExportPayload(null, refusal, false);
    }

    @Override
    public String toString() {
        return "copy of a record";
    }
}
