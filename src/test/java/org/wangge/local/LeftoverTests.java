package org.wangge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoverTests {
    @TempDir
    Path cluster;

    @Test
    void neverStopsAnotherProgramThatGotTheNumber() throws IOException {
        var pidFile = Files.writeString(
                cluster.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + cluster);

        leftover().takeDown();

        assertThat(ProcessHandle.current().isAlive()).isTrue();
        assertThat(pidFile).doesNotExist();
    }

    @Test
    void leavesTheFileOfAProcessThatIsGoneToPostgres() throws IOException {
        var pidFile = Files.writeString(cluster.resolve("postmaster.pid"), "999999999\n" + cluster);

        leftover().takeDown();

        assertThat(pidFile).exists();
    }

    @Test
    void hasNothingToDoAfterACleanStop() throws IOException {
        leftover().takeDown();

        assertThat(cluster).isEmptyDirectory();
    }

    private Leftover leftover() throws IOException {
        return new Leftover(cluster, new Programs(cluster, cluster.resolve("log"), Files.getOwner(cluster)));
    }
}
