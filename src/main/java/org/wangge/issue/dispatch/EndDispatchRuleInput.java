package org.wangge.issue.dispatch;

import java.util.UUID;

/// Which rule does not hold any more.
record EndDispatchRuleInput(UUID key, DispatchRuleId ruleId, int expectedVersion) {}
