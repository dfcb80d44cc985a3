package org.wangge.issue.clock;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a change of a day.
record WorkDayPayload(@Nullable WorkDay day, @Nullable Refusal refusal, boolean replayed) {}
