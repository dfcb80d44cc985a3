package org.wangge.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The files of the database, as PostgreSQL lays them out. Made beside their place and moved there
/// when complete, so what stands in their place was never half-made and is never removed by us.
final class Cluster {
    /// The major version of the programs; files of another one are not theirs to touch.
    static final String MAJOR_VERSION = "18";

    private static final List<String> FORMAT = List.of(
            "--username=postgres",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");

    private final DataFolder folder;
    private final Programs programs;

    Cluster(DataFolder folder, Programs programs) {
        this.folder = folder;
        this.programs = programs;
    }

    Path path() {
        return folder.cluster();
    }

    /// @throws CannotStart if there are files, but not of this version
    void refuseOtherVersion() throws IOException {
        if (!Files.exists(path())) {
            return;
        }
        var file = path().resolve("PG_VERSION");
        var version = Files.exists(file) ? Files.readString(file).strip() : "unknown";
        if (!version.equals(MAJOR_VERSION)) {
            throw new CannotStart(
                    "The data in %s is of PostgreSQL %s; this Wangge runs PostgreSQL %s."
                            .formatted(path(), version, MAJOR_VERSION),
                    "Start the Wangge that made it, or move the folder away to begin afresh. Nothing in"
                            + " it was changed.");
        }
    }

    /// Makes the files on the first start: checksums on, passwords asked of everybody.
    void makeIfAbsent() throws IOException {
        if (Files.exists(path())) {
            return;
        }
        drawPassword();
        var making = folder.workshop();
        var options = Stream.concat(FORMAT.stream(), Stream.of("--pwfile=" + folder.password(), making.toString()));
        var status = programs.run("initdb", options.toArray(String[]::new));
        if (status != 0) {
            throw new IOException("initdb ended with status " + status);
        }
        Files.move(making, path(), StandardCopyOption.ATOMIC_MOVE);
        force(folder.root());
    }

    String password() throws IOException {
        if (!Files.exists(folder.password())) {
            throw new CannotStart(
                    "The password of the database, %s, is missing.".formatted(folder.password()),
                    "Put the file back, or move %s away to begin afresh. Nothing in it was changed."
                            .formatted(folder.root()));
        }
        return Files.readString(folder.password());
    }

    /// Only while there is no cluster: afterwards the file is the one way in.
    private void drawPassword() throws IOException {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        Files.deleteIfExists(folder.password());
        if (folder.root().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var mine = PosixFilePermissions.fromString("rw-------");
            Files.createFile(folder.password(), PosixFilePermissions.asFileAttribute(mine));
        }
        var text = HexFormat.of().formatHex(bytes);
        Files.writeString(
                folder.password(), text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    /// A move that a power cut takes back would leave the first commits under the wrong name.
    private static void force(Path directory) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
