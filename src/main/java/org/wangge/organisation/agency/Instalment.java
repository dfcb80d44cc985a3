package org.wangge.organisation.agency;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A part of the money, in yuan.
record Instalment(
        ServiceContractId contractId,
        int no,
        int amount,
        LocalDate dueOn,
        InstalmentStatus status,
        @Nullable Instant paidAt) {}
