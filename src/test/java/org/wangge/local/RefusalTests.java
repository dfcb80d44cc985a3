package org.wangge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.access.personal.TestKeys;
import org.wangge.town.RunningWangge;
import org.wangge.town.TestPostgres;

/// What a person reads when the start is refused: what is the matter, what to do, no stack trace.
class RefusalTests {
    @TempDir
    static Path temporary;

    @Test
    void refusesAFolderThatCannotBeMade() throws Exception {
        var file = Files.createFile(temporary.resolve("file"));

        assertThat(refusal(Map.of(), file.resolve("data")))
                .contains("The data folder " + file.resolve("data") + " cannot be written: ")
                .contains("--wangge.local.data=/path/to/folder");
    }

    @Test
    void refusesDataOfAnotherMajorVersionAndLeavesItAlone() throws Exception {
        var data = cluster("17");

        assertThat(refusal(Map.of(), data))
                .contains("of PostgreSQL 17; this Wangge runs PostgreSQL 18")
                .contains("Nothing in it was changed");
        try (var files = Files.list(data.resolve("cluster"))) {
            assertThat(files).containsExactly(data.resolve("cluster/PG_VERSION"));
        }
    }

    @Test
    void saysWhyPostgresDidNotStart() throws Exception {
        var data = cluster("18");

        assertThat(refusal(Map.of(), data))
                .contains("PostgreSQL that comes with Wangge did not start")
                .contains("postgresql.conf")
                .contains(data.resolve("postgres.log").toString());
    }

    @Test
    void refusesRootWhereItCannotStepDown() throws Exception {
        var data = cluster("18");
        assumeTrue(Files.getOwner(data).getName().equals("root"), "only root steps down");
        var nothing = Files.createDirectory(temporary.resolve("nothing"));

        assertThat(refusal(Map.of("PATH", nothing.toString()), data))
                .contains("PostgreSQL does not run as root")
                .contains("as an ordinary user");
    }

    @Test
    void refusesAMalformedDatabaseUrl() throws Exception {
        var data = temporary.resolve("unused");

        assertThat(refusal(Map.of("WANGGE_DATABASE_URL", "mysql://root:secret@host/wangge"), data))
                .contains("wangge.database.url cannot be used")
                .doesNotContain("secret");
        assertThat(data).doesNotExist();
    }

    @Test
    void saysThatADatabaseDoesNotAnswer() throws Exception {
        var url = Map.of("WANGGE_DATABASE_URL", "postgresql://u:secret@127.0.0.1:1/wangge");

        assertThat(refusal(url, temporary.resolve("unused")))
                .contains("The database cannot be used: ")
                .contains("Check wangge.database.url")
                .doesNotContain("secret");
    }

    @Test
    void refusesDemoAccountsOnADatabaseOfOnesOwn() throws Exception {
        var database = TestPostgres.emptyDatabase();
        TestPostgres.execute(
                database, "insert into account (name, kind, is_demo) values ('system-admin', 'STAFF', true)");
        var options = new String[] {
            "--wangge.database.url=" + TestPostgres.jdbcUrl(database),
            "--wangge.database.user=postgres",
            "--wangge.personal.master-key=" + TestKeys.MASTER
        };

        assertThat(refusal(Map.of(), temporary.resolve("unused"), options))
                .contains("has 1 demo accounts, whose password stands in the README")
                .contains("update account set disabled_at = now(), name = null where is_demo;");

        TestPostgres.execute(database, "update account set disabled_at = now(), name = null where is_demo");
        var wangge = RunningWangge.start(temporary.resolve("unused"), options).untilReady();
        assertThat(wangge.output())
                .contains("first administrator: system-admin")
                .doesNotContain("demo accounts");
        wangge.stop();
    }

    @Test
    void refusesADatabaseOfYourOwnWithoutAMasterKey() throws Exception {
        var url = TestPostgres.jdbcUrl(TestPostgres.emptyDatabase());
        var environment = Map.of("WANGGE_DATABASE_URL", url, "WANGGE_DATABASE_USER", "postgres");

        assertThat(refusal(environment, temporary.resolve("unused")))
                .contains("No master key for personal values is named")
                .contains("openssl rand -base64 32", "WANGGE_PERSONAL_MASTER_KEY");
    }

    @Test
    void refusesAnotherMasterKeyThanThatOfTheDatabase() throws Exception {
        var url = TestPostgres.jdbcUrl(TestPostgres.emptyDatabase());
        var key = Base64.getEncoder().encodeToString(new byte[32]);
        var environment = Map.of(
                "WANGGE_DATABASE_URL", url, "WANGGE_DATABASE_USER", "postgres", "WANGGE_PERSONAL_MASTER_KEY", key);

        assertThat(refusal(environment, temporary.resolve("unused")))
                .contains("The master key does not open the keys of the personal values in this database")
                .contains("Nothing was changed")
                .doesNotContain(key);
    }

    /// A data folder, the same for all, with files of that version that look like a database.
    private static Path cluster(String version) throws IOException {
        var data = temporary.resolve("data");
        var cluster = Files.createDirectories(data.resolve("cluster"));
        Files.setPosixFilePermissions(cluster, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(cluster.resolve("PG_VERSION"), version + "\n");
        Files.writeString(data.resolve("password"), "none");
        return data;
    }

    private static String refusal(Map<String, String> environment, Path data, String... options)
            throws InterruptedException {
        var wangge = RunningWangge.start(environment, data, options);

        assertThat(wangge.untilEnd()).isEqualTo(1);
        assertThat(wangge.output()).contains("APPLICATION FAILED TO START").doesNotContain("\tat ");
        return wangge.output();
    }
}
