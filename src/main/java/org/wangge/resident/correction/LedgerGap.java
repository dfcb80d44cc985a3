package org.wangge.resident.correction;

import java.time.Instant;
import java.util.List;
import org.wangge.resident.ResidentId;

/// A record that wants looking after (台账缺项), and why.
record LedgerGap(ResidentId residentId, Instant verifiedAt, List<GapReason> reasons) {
    LedgerGap {
        reasons = List.copyOf(reasons);
    }
}
