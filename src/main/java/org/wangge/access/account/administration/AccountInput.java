package org.wangge.access.account.administration;

import java.util.UUID;
import org.wangge.access.account.AccountId;

/// Which account, as of which version.
record AccountInput(UUID key, AccountId accountId, int expectedVersion) {}
