package org.wangge.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The documents that are trusted, each by the hash of its text and by the name of its file.
final class Manifest {
    static final String SHA256 = "sha256:";
    private static final String EXAMPLES = "classpath*:graphql/examples/*.graphql";
    private static final String ENDING = ".graphql";

    private final Map<String, String> texts = new HashMap<>();

    /// The examples of the contract, and what stands in some folders.
    ///
    /// @throws IllegalStateException when two files of one name differ: the name would not say which is meant
    static Manifest of(List<Path> folders) {
        var manifest = new Manifest();
        try {
            for (var example : new PathMatchingResourcePatternResolver().getResources(EXAMPLES)) {
                manifest.add(String.valueOf(example.getFilename()), example.getContentAsString(StandardCharsets.UTF_8));
            }
            for (var folder : folders) {
                manifest.addAll(folder);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The trusted documents cannot be read", unreadable);
        }
        return manifest;
    }

    /// The text with this id, `sha256:<hex>` or the name of its file without its ending.
    @Nullable
    String text(String id) {
        return texts.get(id);
    }

    static String id(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return SHA256 + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private void addAll(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(ENDING)).toList()) {
                add(file.getFileName().toString(), Files.readString(file));
            }
        }
    }

    private void add(String file, String text) {
        texts.put(id(text), text);
        var other = texts.put(file.substring(0, file.length() - ENDING.length()), text);
        if (other != null && !other.equals(text)) {
            throw new IllegalStateException("Two trusted documents are called " + file + " and differ");
        }
    }
}
