package org.wangge.access.account;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// How many sessions ended.
public record SignOutPayload(int endedCount, @Nullable Refusal refusal) {}
