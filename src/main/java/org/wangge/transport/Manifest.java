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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The documents that are trusted, each by the hash of its text, and by the name of its file or the id
/// that the manifest of a client gives it.
///
/// Manifests are those of Apollo, `{"format": "apollo-persisted-query-manifest", "version": 1, "operations":
/// [{"id": …, "body": …}]}`, and those of Relay, an object of ids and texts.
final class Manifest {
    static final String SHA256 = "sha256:";
    private static final String EXAMPLES = "classpath*:graphql/examples/*.graphql";
    private static final String DOCUMENT = ".graphql";
    private static final String MANIFEST = ".json";
    private static final String APOLLO = "apollo-persisted-query-manifest";

    private final Map<String, String> texts = new HashMap<>();

    /// The examples of the contract, and what stands in some folders.
    ///
    /// @throws WrongManifest when a file cannot be read, or one name or id stands for two documents
    static Manifest of(List<Path> folders) {
        var manifest = new Manifest();
        try {
            for (var example : new PathMatchingResourcePatternResolver().getResources(EXAMPLES)) {
                manifest.add(String.valueOf(example.getFilename()), example.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The examples cannot be read", unreadable);
        }
        folders.forEach(manifest::addAll);
        return manifest;
    }

    /// The text with this id, `sha256:<hex>`, the name of its file without its ending, or its id in a manifest.
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

    private void addAll(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                addFile(file);
            }
        } catch (IOException | JacksonException unreadable) {
            throw new WrongManifest("The trusted documents in " + folder + " cannot be read: " + unreadable);
        }
    }

    private void addFile(Path file) throws IOException {
        var name = file.getFileName().toString();
        if (name.endsWith(DOCUMENT)) {
            add(name, Files.readString(file));
        } else if (name.endsWith(MANIFEST)) {
            addManifest(file, JsonMapper.shared().readTree(Files.readString(file)));
        }
    }

    private void addManifest(Path file, JsonNode manifest) {
        if (manifest.has("format")) {
            addOperations(file, manifest);
        } else {
            require(manifest.isObject(), file);
            manifest.properties().forEach(entry -> addById(file, entry.getKey(), entry.getValue()));
        }
    }

    private void addOperations(Path file, JsonNode manifest) {
        require(manifest.path("format").asString("").equals(APOLLO), file);
        require(
                manifest.path("version").asInt(0) == 1
                        && manifest.path("operations").isArray(),
                file);
        for (var operation : manifest.path("operations")) {
            addById(file, operation.path("id").asString(""), operation.path("body"));
        }
    }

    /// Apollo's clients send the id as if it were a hash, whatever it is.
    private void addById(Path file, String id, JsonNode body) {
        require(!id.isEmpty() && body.isString(), file);
        texts.put(id(body.asString()), body.asString());
        put(id, body.asString(), file.toString());
        put(SHA256 + id, body.asString(), file.toString());
    }

    private void add(String file, String text) {
        texts.put(id(text), text);
        put(file.substring(0, file.length() - DOCUMENT.length()), text, file);
    }

    private void put(String id, String text, String file) {
        var other = texts.put(id, text);
        if (other != null && !other.equals(text)) {
            throw new WrongManifest(
                    "Two trusted documents are called " + id + " and differ; one of them is in " + file);
        }
    }

    private static void require(boolean isRight, Path file) {
        if (!isRight) {
            throw new WrongManifest(file + " is neither a manifest of Apollo, version 1, nor one of Relay");
        }
    }
}
