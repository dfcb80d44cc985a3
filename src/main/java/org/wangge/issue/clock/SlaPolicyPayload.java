package org.wangge.issue.clock;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a change of a policy.
record SlaPolicyPayload(
        @Nullable SlaPolicy policy, @Nullable Refusal refusal, boolean replayed) {}
