package org.wangge.access.account.administration;

import org.jspecify.annotations.Nullable;
import org.wangge.access.account.AccountId;

/// Names one account, by exactly one of these.
record AccountLookup(@Nullable AccountId id, @Nullable String name) {}
