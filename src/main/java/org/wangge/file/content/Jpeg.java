package org.wangge.file.content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Looks at the markers of a JPEG before it is decoded.
final class Jpeg {
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    /// Cameras and editors make up to about ten; each costs a pass over the whole picture.
    private static final int MOST_SCANS = 100;

    private Jpeg() {}

    /// @throws Broken when it does not end, or has so many scans that decoding it would take minutes
    static void check(Path jpeg) throws IOException {
        var scans = 0;
        var isOver = false;
        try (var in = new BufferedInputStream(Files.newInputStream(jpeg), 1 << 16)) {
            var before = 0;
            for (var next = in.read(); next >= 0; next = in.read()) {
                if (before == 0xFF && next == START_OF_SCAN) {
                    scans++;
                    isOver = false;
                } else if (before == 0xFF && next == END_OF_IMAGE) {
                    isOver = true;
                }
                before = next;
            }
        }
        if (!isOver || scans == 0 || scans > MOST_SCANS) {
            throw new Broken(scans + " scans, and the end is " + (isOver ? "there" : "missing"));
        }
    }
}
