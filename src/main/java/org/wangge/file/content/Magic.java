package org.wangge.file.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// Tells what a file is by its first bytes.
final class Magic {
    private static final int FIRST = 16;
    private static final Set<String> BRANDS = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso8", "iso9", "mp41", "mp42", "avc1", "M4V ", "MSNV",
            "dash", "3gp4", "3gp5", "3gp6");

    private Magic() {}

    static Optional<FileKind> of(Path file) throws IOException {
        byte[] first;
        try (var in = Files.newInputStream(file)) {
            first = in.readNBytes(FIRST);
        }
        var text = new String(first, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(FileKind.JPEG);
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(FileKind.PNG);
        }
        if (text.startsWith("%PDF-")) {
            return Optional.of(FileKind.PDF);
        }
        if (text.startsWith("PK\u0003\u0004")) {
            return Office.of(file);
        }
        return text.length() >= 12 && text.startsWith("ftyp", 4) && BRANDS.contains(text.substring(8, 12))
                ? Optional.of(FileKind.MP4)
                : Optional.empty();
    }
}
