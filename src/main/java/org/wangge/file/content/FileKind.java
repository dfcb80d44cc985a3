package org.wangge.file.content;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is taken, told by what a file holds and never by its name. No HEIC and no WebP: the JDK does
/// not read them, and an image that cannot be encoded anew keeps what the camera wrote into it.
public enum FileKind {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    MP4("video/mp4", "mp4"),
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    private final String extension;

    FileKind(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public static Optional<FileKind> of(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst();
    }

    /// All of them as people name them.
    public static String names() {
        return Arrays.stream(values()).map(FileKind::extension).collect(Collectors.joining(", "));
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    public boolean isImage() {
        return this == JPEG || this == PNG;
    }

    /// Whether it shows something as it was: a photo or a video.
    public boolean isPicture() {
        return isImage() || this == MP4;
    }
}
