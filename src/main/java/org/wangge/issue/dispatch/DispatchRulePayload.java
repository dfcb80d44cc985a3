package org.wangge.issue.dispatch;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on a rule.
record DispatchRulePayload(
        @Nullable DispatchRule rule, @Nullable Refusal refusal, boolean replayed) {
    static DispatchRulePayload refused(Refusal refusal) {
        return new DispatchRulePayload(null, refusal, false);
    }
}
