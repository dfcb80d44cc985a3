package org.wangge.organisation.agency;

/// Where a contract stands.
public enum ContractStatus {
    ACTIVE,
    COMPLETED,
    TERMINATED
}
