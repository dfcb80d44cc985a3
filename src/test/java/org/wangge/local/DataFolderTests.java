package org.wangge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {
    @TempDir
    Path temporary;

    @Test
    void belongsToOneAtATime() throws IOException {
        var first = DataFolder.claim(temporary);

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> DataFolder.claim(temporary))
                .withMessageContaining("already running");
        first.release();
        DataFolder.claim(temporary).release();
    }

    @Test
    void sweepsOutWhatAKilledFirstStartWasMaking() throws IOException {
        var unfinished = Files.createDirectories(temporary.resolve("making-1/base"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "18");

        DataFolder.claim(temporary).release();

        assertThat(unfinished.getParent()).doesNotExist();
    }

    @Test
    void saysWhyItCannotBeWritten() throws IOException {
        var file = Files.createFile(temporary.resolve("data"));

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> DataFolder.claim(file))
                .withMessage("The data folder " + file + " cannot be written: there is a file of that name.");
    }
}
