package org.wangge.file.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipFile;

/// Documents and sheets are archives with certain parts. Only their list of parts is read: nothing
/// is unpacked, here or ever. Those with macros are not taken.
final class Office {
    private static final int MOST_PARTS = 10_000;

    private Office() {}

    static Optional<FileKind> of(Path archive) {
        try (var zip = new ZipFile(archive.toFile())) {
            if (zip.size() > MOST_PARTS || zip.getEntry("[Content_Types].xml") == null || hasMacros(zip)) {
                return Optional.empty();
            }
            if (zip.getEntry("word/document.xml") != null) {
                return Optional.of(FileKind.DOCX);
            }
            return zip.getEntry("xl/workbook.xml") == null ? Optional.empty() : Optional.of(FileKind.XLSX);
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static boolean hasMacros(ZipFile zip) {
        return zip.stream()
                .anyMatch(part -> part.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"));
    }
}
