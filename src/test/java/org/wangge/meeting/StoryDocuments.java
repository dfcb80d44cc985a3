package org.wangge.meeting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.wangge.town.TownClock;

/// The operations of `schema/examples/story`, in the order in which they are numbered.
final class StoryDocuments {
    private static final Path FOLDER = Path.of("schema/examples/story");
    private static final Pattern STEP =
            Pattern.compile("# (\\d+)\\. On (\\S+ \\S+), as (?:the )?([A-Za-z ]+): .*\\n(?:mutation|query) (\\w+)");

    private StoryDocuments() {}

    /// One operation of a chapter.
    ///
    /// @param role who asks, as the comment says
    record Step(int number, Instant at, String role, String chapter, String operation) {
        boolean needs(String variable) {
            var own = chapter.substring(chapter.indexOf(" " + operation + "("));
            return own.substring(0, own.indexOf('{')).contains("$" + variable + ":");
        }
    }

    static List<Step> all() throws IOException {
        var steps = new ArrayList<Step>();
        for (var file : chapters()) {
            var chapter = Files.readString(file);
            STEP.matcher(chapter)
                    .results()
                    .map(found -> new Step(
                            Integer.parseInt(found.group(1)),
                            TownClock.at(found.group(2)),
                            found.group(3),
                            chapter,
                            found.group(4)))
                    .forEach(steps::add);
        }
        return steps;
    }

    private static List<Path> chapters() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
