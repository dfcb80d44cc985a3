package org.wangge.resident.correction;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.resident.ResidentId;

/// Whose record was found right, by which source.
public record ConfirmResidentInput(
        UUID key,
        ResidentId residentId,
        int expectedVersion,
        String source,
        @Nullable Instant verifiedAt) {
    Verification verification() {
        return new Verification(residentId, expectedVersion, source, verifiedAt);
    }
}
