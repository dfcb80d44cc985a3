package org.wangge.issue.reply;

import java.time.Instant;

/// A text to begin a reply with (回复模板). Nobody may send one as it is.
///
/// @param code the stable name of it, such as `DRAIN_REPAIRED`
public record ReplyTemplate(
        String code,
        ReplyKind kind,
        String title,
        String measures,
        String result,
        boolean isActive,
        Instant updatedAt,
        int version) {}
