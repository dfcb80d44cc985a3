package org.wangge.access.personal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/// Where the master key comes from: the settings, a file they name, or on one machine a file of our
/// own in the data folder, which is made once and never written again.
final class MasterKeySource {
    private static final String KEY = "wangge.personal.master-key";
    private static final String FILE = "wangge.personal.master-key-file";

    private final Environment environment;

    MasterKeySource(Environment environment) {
        this.environment = environment;
    }

    /// @param isFirst whether no key in the database was wrapped by a master key yet
    /// @throws KeysCannotBeUsed when none is named, or what is named is none
    MasterKey read(boolean isFirst) {
        var key = environment.getProperty(KEY);
        if (StringUtils.hasText(key)) {
            return parsed(key, KEY);
        }
        var file = environment.getProperty(FILE);
        if (StringUtils.hasText(file)) {
            return parsed(text(Path.of(file)), FILE);
        }
        var own = ownFile();
        if (own == null) {
            throw noneNamed();
        }
        if (isFirst && !Files.exists(own)) {
            make(own);
        }
        return parsed(text(own), own.toString());
    }

    private @Nullable Path ownFile() {
        var folder = environment.getProperty("wangge.local.data");
        return environment.getProperty("wangge.local.active", Boolean.class, false) && folder != null
                ? Path.of(folder, "keys", "master")
                : null;
    }

    private static void make(Path file) {
        try {
            Files.createDirectories(file.getParent(), mode(file, "rwx------"));
            Files.createFile(file, mode(file, "rw-------"));
            Files.writeString(file, MasterKey.draw() + "\n", StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        } catch (FileAlreadyExistsException made) {
            return;
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    private static FileAttribute<?>[] mode(Path file, String permissions) {
        var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    private static MasterKey parsed(String text, String where) {
        var key = MasterKey.read(text);
        if (key == null) {
            throw new KeysCannotBeUsed(
                    "The master key in %s is none: it has to be 32 bytes in base64.".formatted(where),
                    "A new one, for a new database, is made by: openssl rand -base64 32. A database that has"
                            + " personal values in it needs the one it was made with.");
        }
        return key;
    }

    private static KeysCannotBeUsed noneNamed() {
        return new KeysCannotBeUsed(
                "No master key for personal values is named; on a database of your own Wangge makes none.",
                "Make one with: openssl rand -base64 32, keep it apart from the database and its backups, and name"
                        + " it as wangge.personal.master-key (WANGGE_PERSONAL_MASTER_KEY) or its file as"
                        + " wangge.personal.master-key-file. All nodes use the same.");
    }

    private static KeysCannotBeUsed unreadable(Path file, IOException failed) {
        return new KeysCannotBeUsed(
                "The master key of the personal values, %s, cannot be read: %s."
                        .formatted(file, failed.getClass().getSimpleName()),
                "Put the file back from where it is kept; without it nobody can read the names, id numbers and"
                        + " phones in the database. Nothing was changed.");
    }
}
