package org.wangge.local;

import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL for this platform, packed in the jar (the binaries of the zonky
/// project). Unpacked once into a folder named by their digest, so that an upgrade gets its own.
final class ProgramArchive {
    private final URL archive;

    private ProgramArchive(URL archive) {
        this.archive = archive;
    }

    static ProgramArchive ofThisPlatform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var family = system.startsWith("mac") ? "darwin" : system.split(" ")[0];
        var platform = family + "-" + ArchUtils.normalize(System.getProperty("os.arch"));
        var archive = ProgramArchive.class.getResource("/postgres-" + platform + ".txz");
        if (archive == null) {
            throw new CannotStart(
                    "This build brings no PostgreSQL for %s.".formatted(platform),
                    "Build it on this machine (mvn package takes the PostgreSQL of the platform it runs"
                            + " on), or name a PostgreSQL of your own with wangge.database.url.");
        }
        return new ProgramArchive(archive);
    }

    /// The folder with `bin` in it: there as a whole or not at all, whenever the process dies.
    Path unpackedIn(DataFolder folder) throws IOException {
        var home = folder.root().resolve("programs-" + digest().substring(0, 12));
        if (!Files.exists(home)) {
            var unpacking = folder.workshop();
            unpack(unpacking);
            Files.move(unpacking, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return home;
    }

    private String digest() throws IOException {
        try (var in = new DigestInputStream(archive.openStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void unpack(Path home) throws IOException {
        try (var packed = new BufferedInputStream(archive.openStream());
                var entries = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpack(entry, entries, home.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if (target.endsWith(Path.of("bin", target.getFileName().toString()))) {
            target.toFile().setExecutable(true, true);
        }
    }
}
