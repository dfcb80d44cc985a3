package org.wangge.local.street.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// A word list from `local/street`: sections under `[headings]`, `#` for remarks.
public final class Words {
    private final Map<String, List<String>> sections = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new ConcurrentHashMap<>();

    private Words() {}

    public static Words from(String name) {
        var words = new Words();
        var section = new ArrayList<String>();
        for (var line : read("/local/street/" + name + ".txt").lines().toList()) {
            if (line.startsWith("[")) {
                section = new ArrayList<>();
                words.sections.put(line.substring(1, line.length() - 1), section);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                section.add(line);
            }
        }
        return words;
    }

    public List<String> headings() {
        return List.copyOf(sections.keySet());
    }

    public List<String> lines(String heading) {
        return Objects.requireNonNull(sections.get(heading), heading);
    }

    public List<String> words(String heading) {
        return words.computeIfAbsent(heading, this::split);
    }

    private List<String> split(String heading) {
        return lines(heading).stream()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .toList();
    }

    private static String read(String path) {
        try (var stream = Objects.requireNonNull(Words.class.getResourceAsStream(path), path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
