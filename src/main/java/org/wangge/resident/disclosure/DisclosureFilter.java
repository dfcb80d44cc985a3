package org.wangge.resident.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.GlobalId;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.resident.DisclosurePurpose;
import org.wangge.resident.ResidentId;

/// Which rows of the log a list holds, of the time `[from, to)`; what is null does not limit.
public record DisclosureFilter(
        @Nullable ResidentId residentId,
        @Nullable String accountId,
        @Nullable List<DisclosureKind> kinds,
        @Nullable List<DisclosurePurpose> purposes,
        @Nullable Instant from,
        @Nullable Instant to) {
    static final DisclosureFilter NONE = new DisclosureFilter(null, null, null, null, null, null);

    /// @throws Fault INVALID_RANGE when the range ends before it starts
    public DisclosureFilter {
        if (from != null && to != null && to.isBefore(from)) {
            throw new Fault(FaultCode.INVALID_RANGE, "filter");
        }
    }

    @Nullable
    UUID account() {
        return accountId == null ? null : GlobalId.decode("account", accountId);
    }
}
