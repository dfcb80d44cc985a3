package org.wangge.file.content;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.Point;

/// What was found in a file, and what is to be kept of it.
///
/// @param sentHash of the file as it came, in SHA-256
/// @param hash of what is kept
/// @param thumbnail of an image
public record Content(
        FileKind kind,
        byte[] sentHash,
        byte[] hash,
        long size,
        Path kept,
        @Nullable Path thumbnail,
        @Nullable Instant takenAt,
        @Nullable Point point) {}
