package org.wangge.file;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.file.content.FileKind;
import org.wangge.grid.Point;

/// A file that somebody sent along (附件). Whoever is given one may read it: the links that it makes
/// need no token.
///
/// @param sha256 of the file as it is kept, in hex; an image is encoded anew
/// @param takenAt when the photo or video says it was taken
/// @param point where it says it was taken
/// @param subject what it belongs to, such as an issue; nothing yet when null
public record Attachment(
        AttachmentId id,
        String name,
        FileKind kind,
        long size,
        String sha256,
        UUID storageKey,
        boolean hasThumbnail,
        @Nullable Instant takenAt,
        @Nullable Point point,
        Instant uploadedAt,
        @Nullable UUID subject) {
    public String mediaType() {
        return kind.mediaType();
    }

    /// Whether it shows something as it was: a photo or a video.
    public boolean isPicture() {
        return kind.isPicture();
    }
}
