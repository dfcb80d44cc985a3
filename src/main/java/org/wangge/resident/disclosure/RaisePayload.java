package org.wangge.resident.disclosure;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of the wish to let somebody look more often.
record RaisePayload(
        @Nullable Disclosure disclosure, @Nullable Refusal refusal, boolean replayed) {}
