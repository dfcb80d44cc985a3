package org.wangge.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// How asking for an upload ended.
record UploadPayload(@Nullable Ticket ticket, @Nullable Refusal refusal, boolean replayed) {
    /// A ticket as its owner sees it.
    record Ticket(
            AttachmentId attachmentId,
            String url,
            String method,
            String formUrl,
            String formField,
            String token,
            Instant expiresAt,
            long maxBytes) {}

    static UploadPayload refused(Refusal refusal) {
        return new UploadPayload(null, refusal, false);
    }
}
