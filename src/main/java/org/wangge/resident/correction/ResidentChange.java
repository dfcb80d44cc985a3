package org.wangge.resident.correction;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;

/// One fact of a record that was corrected (更正记录), masked before and after.
public record ResidentChange(
        UUID residentId,
        RecordField field,
        @Nullable String before,
        String after,
        Instant at,
        @Nullable UUID memberId,
        Role role,
        String source) {}
