package org.wangge.access.account;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// Whether the password was changed, and if not, why.
public record PasswordPayload(boolean isChanged, @Nullable Refusal refusal) {}
