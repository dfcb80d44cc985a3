package org.wangge.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL beside the server, with settings that lose nothing: the data is kept. It
/// listens on the loopback address only, and asks for the password even there.
final class LocalServer {
    private static final Log LOG = LogFactory.getLog(LocalServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final DataFolder folder;
    private final PostgresLog log;
    private volatile @Nullable Postmaster postmaster;

    LocalServer(DataFolder folder) {
        this.folder = folder;
        this.log = new PostgresLog(folder.log());
    }

    /// Makes the cluster on the first start, recovers it after a crash, and answers with the
    /// address of a database that is ready and owned by an ordinary role.
    ///
    /// @throws CannotStart with the last lines of the log, if PostgreSQL does not come up
    DatabaseAddress start() {
        try {
            log.mark();
            var programs = programs();
            programs.refuseUserWhoCannotStepDown();
            var cluster = new Cluster(folder, programs);
            cluster.refuseOtherVersion();
            cluster.makeIfAbsent();
            var owner = new Owner(cluster.password());
            new Leftover(folder.cluster(), programs).takeDown();
            return owner.databaseAt(startedAt(new Postmaster(folder.cluster(), programs)));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Stops PostgreSQL, if it was begun, with all its work on disk, and gives the folder back.
    void stop() {
        var running = postmaster;
        try {
            if (running != null && !running.stop()) {
                LOG.warn("PostgreSQL did not stop; the next start takes it down, nothing is lost.");
            }
            folder.release();
        } catch (IOException e) {
            LOG.warn("PostgreSQL could not be stopped; the next start takes it down.", e);
        }
    }

    private Programs programs() throws IOException {
        var home = ProgramArchive.ofThisPlatform().unpackedIn(folder);
        return new Programs(home, folder.log(), folder.user());
    }

    /// Tries again while processes of a killed PostgreSQL are still going away, or when another
    /// program was faster to take the port.
    private int startedAt(Postmaster begun) throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        postmaster = begun;
        while (true) {
            var port = freePort();
            if (begun.start(port, folder.log())) {
                return port;
            }
            if (!log.saysTryAgain() || System.nanoTime() > deadline) {
                throw new IOException("pg_ctl start failed");
            }
            log.mark();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private CannotStart failed(IOException cause) {
        return new CannotStart(
                "The PostgreSQL that comes with Wangge did not start: %s. The end of its log:\n\n%s"
                        .formatted(cause.getMessage(), log.tail()),
                "The log tells why; all of it is in %s. The data is as it was. Or name a PostgreSQL of"
                                .formatted(folder.log())
                        + " your own with wangge.database.url.",
                cause);
    }
}
