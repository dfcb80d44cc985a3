package org.wangge.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Lets whoever has it upload one file, once.
///
/// @param hash SHA-256 of the file, where it was announced
record UploadTicket(
        AttachmentId attachmentId,
        String owner,
        String name,
        long size,
        byte @Nullable [] hash,
        Instant expiresAt,
        @Nullable Instant usedAt) {}
