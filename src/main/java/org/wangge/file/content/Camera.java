package org.wangge.file.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.Point;

/// What a camera wrote into a photo or video: how it was held, when, and where.
///
/// @param orientation 1 to 8 as EXIF counts them, 1 upright
record Camera(
        int orientation,
        @Nullable Instant takenAt,
        @Nullable Point point) {
    static final Camera SILENT = new Camera(1, null, null);
}
