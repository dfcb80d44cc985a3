package org.wangge.organisation.agency;

import java.util.UUID;
import org.wangge.organisation.activity.ActivityId;

/// Which activity was held under a contract.
public record CountActivityInput(UUID key, ServiceContractId contractId, int expectedVersion, ActivityId activityId) {}
