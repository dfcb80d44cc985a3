package org.wangge.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// The folder that holds all this server keeps: the cluster, the programs, a password and a log. It
/// belongs to one running server at a time, by a lock that the system lifts when the process ends.
final class DataFolder {
    private static final String MAKING = "making-";

    private final Path root;
    private final UserPrincipal user;
    private final FileChannel lock;

    private DataFolder(Path root, UserPrincipal user, FileChannel lock) {
        this.root = root;
        this.user = user;
        this.lock = lock;
    }

    /// Makes the folder if need be, and takes it for this process.
    ///
    /// @throws CannotStart if it cannot be written, or another process or another user has it
    static DataFolder claim(Path root) {
        try {
            Files.createDirectories(root);
            var folder = new DataFolder(root, whoWrites(root), locked(root.resolve("lock")));
            folder.refuseOthers();
            folder.sweep();
            return folder;
        } catch (IOException e) {
            throw cannotWrite(root, e);
        }
    }

    Path root() {
        return root;
    }

    Path cluster() {
        return root.resolve("cluster");
    }

    Path password() {
        return root.resolve("password");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    UserPrincipal user() {
        return user;
    }

    /// A folder for something in the making, to be moved into its place when it is complete.
    Path workshop() throws IOException {
        return Files.createTempDirectory(root, MAKING);
    }

    /// Lets the next process have the folder.
    void release() throws IOException {
        lock.close();
    }

    /// Writing is tried, not looked up: root, read-only disks and quotas know no permission bits.
    private static UserPrincipal whoWrites(Path root) throws IOException {
        var probe = Files.createTempFile(root, ".probe-", "");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw alreadyRunning(file);
        }
        var pid = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static CannotStart alreadyRunning(Path lock) throws IOException {
        return new CannotStart(
                "Wangge is already running on the data folder %s (process %s)."
                        .formatted(lock.getParent(), Files.readString(lock)),
                "Use the one that runs, or stop it first. For a second one beside it, choose another"
                        + " folder and another port:\n\n"
                        + CannotStart.passing("\"--wangge.local.data=data2 --server.port=8081\""));
    }

    /// The lock was made by the first user of the folder, and is never replaced.
    private void refuseOthers() throws IOException {
        var first = Files.getOwner(root.resolve("lock"));
        if (first.equals(user)) {
            return;
        }
        var owner = first.getName();
        throw new CannotStart(
                "The data folder %s belongs to the user %s; this process runs as %s."
                        .formatted(root, owner, user.getName()),
                "Start it as %s, or hand the folder over: chown -R %s %s. Nothing in it was changed."
                        .formatted(owner, user.getName(), root));
    }

    /// Removes what earlier starts, killed half-way, were making. What still resists may stay.
    private void sweep() throws IOException {
        try (var made = Files.newDirectoryStream(root, MAKING + "*")) {
            for (var unfinished : made) {
                FileSystemUtils.deleteRecursively(unfinished);
            }
        } catch (FileSystemException ignored) {
            // an orphaned initdb may be writing there still; the next start sweeps again
        }
    }

    private static CannotStart cannotWrite(Path root, IOException cause) {
        return new CannotStart(
                "The data folder %s cannot be written: %s.".formatted(root, reason(root, cause)),
                "Give the user %s the right to write there, or choose another folder:\n\n"
                                .formatted(System.getProperty("user.name"))
                        + CannotStart.passing("--wangge.local.data=/path/to/folder"),
                cause);
    }

    private static String reason(Path root, IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied" + ownerOf(root);
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "there is a file of that name";
        }
        var reason = cause instanceof FileSystemException file ? file.getReason() : null;
        return reason == null ? String.valueOf(cause.getMessage()) : reason;
    }

    private static String ownerOf(Path root) {
        try {
            return Files.exists(root)
                    ? ", it belongs to the user " + Files.getOwner(root).getName()
                    : "";
        } catch (IOException ignored) {
            return "";
        }
    }
}
