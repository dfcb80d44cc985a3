package org.wangge.file;

import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.file.content.FileKind;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// What somebody is about to send.
record RequestUploadInput(
        UUID key,
        String name,
        String mediaType,
        int size,
        @Nullable String sha256) {
    private static final int LONGEST_NAME = 255;

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check(long most) {
        new Problems()
                .text("name", name, 1, LONGEST_NAME)
                .check(FileKind.of(mediaType).isPresent(), "mediaType", ProblemCode.NOT_ALLOWED, FileKind.names())
                .check(size >= 1 && size <= most, "size", ProblemCode.OUT_OF_RANGE, 1, most)
                .check(sha256 == null || sha256.matches("[0-9a-fA-F]{64}"), "sha256", ProblemCode.MALFORMED)
                .refuseIfAny();
    }

    byte @Nullable [] hash() {
        return sha256 == null ? null : HexFormat.of().parseHex(sha256);
    }
}
