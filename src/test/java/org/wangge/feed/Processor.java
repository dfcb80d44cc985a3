package org.wangge.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a process had of the processor, which says more than a clock where others work on the same machine.
final class Processor {
    static final int TICKS_PER_SECOND = 100;

    private Processor() {}

    /// Of the processor, as the kernel counts them.
    static long ticks(long pid) throws IOException {
        var stat = Path.of("/proc", String.valueOf(pid), "stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        var text = Files.readString(stat);
        var words = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(words[11]) + Long.parseLong(words[12]);
    }
}
