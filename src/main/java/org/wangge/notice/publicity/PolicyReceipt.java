package org.wangge.notice.publicity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.personnel.MemberId;

/// That a notice came to somebody (回执): once for each, the first time.
///
/// @param toldBy who told them; null when they read it, and when it was no member
record PolicyReceipt(ReceiptKind kind, Instant at, @Nullable MemberId toldBy) {
    @Nullable
    UUID tellerUuid() {
        return toldBy == null ? null : toldBy.value();
    }
}
