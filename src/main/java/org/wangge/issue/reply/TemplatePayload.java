package org.wangge.issue.reply;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on a template.
record TemplatePayload(
        @Nullable String code,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static TemplatePayload refused(Refusal refusal) {
        return new TemplatePayload(null, refusal, false, null);
    }
}
