package org.wangge.file.content;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// A PNG is a row of chunks. Only those that make the picture are handed to the decoder: texts and
/// colour profiles are packed, and a few bytes of them can unpack to any size.
final class Png {
    private static final Set<String> OF_THE_PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int SIGNATURE = 8;
    private static final int CHECKSUM = 4;

    private Png() {}

    /// Copies the chunks that make the picture.
    ///
    /// @throws IOException when a chunk is cut off or the last one is missing
    static void copyPicture(Path from, Path to) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from)));
                var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            out.write(in.readNBytes(SIGNATURE));
            var name = "";
            while (!name.equals("IEND")) {
                var length = in.readInt();
                var bytes = in.readNBytes(4);
                name = new String(bytes, StandardCharsets.ISO_8859_1);
                if (length < 0 || length > Files.size(from)) {
                    throw new Broken("a chunk of " + length + " bytes");
                }
                if (OF_THE_PICTURE.contains(name)) {
                    out.writeInt(length);
                    out.write(bytes);
                    copy(in, out, length + CHECKSUM);
                } else {
                    in.skipNBytes(length + CHECKSUM);
                }
            }
        }
    }

    private static void copy(DataInputStream in, DataOutputStream out, int length) throws IOException {
        var buffer = new byte[Math.min(length, 8_192)];
        for (var left = length; left > 0; ) {
            var read = in.read(buffer, 0, Math.min(left, buffer.length));
            if (read < 0) {
                throw new Broken("a chunk is cut off");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
