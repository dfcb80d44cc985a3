package org.wangge.organisation.agency;

import java.util.UUID;

/// Which instalment is paid.
public record PayInstalmentInput(UUID key, ServiceContractId contractId, int expectedVersion, int instalmentNo) {}
