package org.wangge.local;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Looks for texts in raw files, as somebody would who carried them off: in UTF-8 and UTF-16.
final class Dump {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final int HEAD = 8;

    private final Map<Long, List<byte[]>> needles = new HashMap<>();
    private final boolean[] starts = new boolean[256];

    Dump(Collection<String> texts) {
        for (var text : texts) {
            for (var charset : CHARSETS) {
                var needle = text.getBytes(charset);
                starts[needle[0] & 0xFF] = true;
                needles.computeIfAbsent(head(needle, 0), none -> new ArrayList<>())
                        .add(needle);
            }
        }
    }

    /// The files below the folder that hold one of the texts.
    TreeSet<Path> found(Path folder) throws IOException {
        var found = new TreeSet<Path>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (isIn(Files.readAllBytes(file))) {
                    found.add(folder.relativize(file));
                }
            }
        }
        return found;
    }

    boolean isIn(byte[] bytes) {
        for (var i = 0; i + HEAD <= bytes.length; i++) {
            if (starts[bytes[i] & 0xFF] && isAt(bytes, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(byte[] bytes, int at) {
        for (var needle : needles.getOrDefault(head(bytes, at), List.of())) {
            var end = at + needle.length;
            if (end <= bytes.length && Arrays.equals(bytes, at, end, needle, 0, needle.length)) {
                return true;
            }
        }
        return false;
    }

    private static long head(byte[] bytes, int at) {
        var head = 0L;
        for (var i = 0; i < HEAD; i++) {
            head = head << 8 | bytes[at + i] & 0xFF;
        }
        return head;
    }
}
