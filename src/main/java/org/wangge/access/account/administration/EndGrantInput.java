package org.wangge.access.account.administration;

import java.util.UUID;
import org.wangge.access.account.AccountId;

/// Which grant ends, and why.
record EndGrantInput(UUID key, AccountId accountId, int expectedVersion, GrantId grantId, String reason) {}
