package org.wangge.access.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class MasterKeySourceTests {
    private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private MockEnvironment local;

    @BeforeEach
    void runLocally() {
        local = new MockEnvironment()
                .withProperty("wangge.local.active", "true")
                .withProperty("wangge.local.data", data.toString());
    }

    @Test
    void makesAFileThatOnlyItsUserReads() throws Exception {
        new MasterKeySource(local).read(true);

        var file = data.resolve("keys/master");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void readsTheSameKeyAgain() throws Exception {
        var sealed = new MasterKeySource(local).read(true).seal(SECRET, "test");

        assertThat(new MasterKeySource(local).read(true).open(sealed, "test")).isEqualTo(SECRET);
        assertThat(new MasterKeySource(local).read(false).open(sealed, "test")).isEqualTo(SECRET);
    }

    @Test
    void makesNoOtherKeyForADatabaseThatHadOne() {
        refused(local, false, "cannot be read");

        assertThat(data.resolve("keys")).doesNotExist();
    }

    @Test
    void takesTheKeyThatIsNamed() throws Exception {
        var sealed = Objects.requireNonNull(MasterKey.read(TestKeys.MASTER)).seal(SECRET, "test");
        var file = Files.writeString(data.resolve("key"), TestKeys.MASTER + "\n");

        var named = new MockEnvironment().withProperty("wangge.personal.master-key", TestKeys.MASTER);
        assertThat(new MasterKeySource(named).read(true).open(sealed, "test")).isEqualTo(SECRET);
        var inFile = new MockEnvironment().withProperty("wangge.personal.master-key-file", file.toString());
        assertThat(new MasterKeySource(inFile).read(true).open(sealed, "test")).isEqualTo(SECRET);
    }

    @Test
    void refusesWhatIsNoKeyWithoutRepeatingIt() {
        refused(new MockEnvironment(), true, "No master key");
        for (var text : new String[] {"c2hvcnQ=", "no base64 at all"}) {
            var environment = new MockEnvironment().withProperty("wangge.personal.master-key", text);
            assertThatExceptionOfType(KeysCannotBeUsed.class)
                    .isThrownBy(() -> new MasterKeySource(environment).read(true))
                    .withMessageContaining("32 bytes in base64")
                    .withMessageNotContaining(text);
        }
    }

    @Test
    void opensOnlyUnderTheLabelItWasSealedUnder() {
        var key = new MasterKeySource(local).read(true);
        var sealed = key.seal(SECRET, "token key");

        assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> key.open(sealed, "another"));
        assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> key.open(new byte[3], "token key"));
    }

    private static void refused(MockEnvironment environment, boolean isFirst, String reason) {
        assertThatExceptionOfType(KeysCannotBeUsed.class)
                .isThrownBy(() -> new MasterKeySource(environment).read(isFirst))
                .withMessageContaining(reason);
    }
}
