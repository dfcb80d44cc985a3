package org.wangge.town;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.wangge.access.personal.Keyring;
import org.wangge.access.personal.TestKeys;
import org.wangge.issue.clock.UsualTime;
import org.wangge.local.DemoAccounts;
import org.wangge.local.street.DemoStreet;

/// One PostgreSQL for all tests of this JVM, with a migrated template and one that holds the
/// [Town]; a test takes a copy of its own.
public final class TestPostgres {
    private static final Clock SHANGHAI = Clock.system(ZoneId.of("Asia/Shanghai"));
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();
    private static boolean streetIsLoaded;
    private static Keyring keyring;

    static {
        execute("postgres", "create database migrated");
        Flyway.configure()
                .dataSource(jdbcUrl("migrated"), "postgres", "")
                .load()
                .migrate();
        try {
            keyring = TestKeys.cabinet().open(source("migrated"));
            execute("postgres", "create database town template migrated");
            try (var connection = connect("town")) {
                Town.build(connection, keyring);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private TestPostgres() {}

    /// The name of a new database with all tables and no rows.
    public static String emptyDatabase() {
        return copyOf("migrated");
    }

    /// The name of a new database with the town.
    public static String townDatabase() {
        return copyOf("town");
    }

    /// The name of a new database with the whole demo street, as it stands today.
    public static synchronized String streetDatabase() {
        if (!streetIsLoaded) {
            execute("postgres", "create database street template migrated");
            try {
                new DemoStreet(LocalDate.now(SHANGHAI), UsualTime.inChina()).loadInto(source("street"), keyring);
                DemoAccounts.open(source("street"), keyring, SHANGHAI);
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            }
            try (var connection = connect("street")) {
                TownAccount.buildEverything(connection);
            } catch (SQLException broken) {
                throw new IllegalStateException(broken);
            }
            streetIsLoaded = true;
        }
        return copyOf("street");
    }

    /// What seals the personal values in all of these databases.
    public static Keyring keyring() {
        return keyring;
    }

    public static String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + database;
    }

    public static String r2dbcUrl(String database) {
        return "r2dbc:postgresql://localhost:" + SERVER.getPort() + "/" + database;
    }

    public static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", "");
    }

    public static void execute(String database, String sql) {
        IdleConnections.use(database, statement -> statement.execute(sql));
    }

    private static DataSource source(String database) {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database));
        source.setUser("postgres");
        return source;
    }

    /// The name of a new database that begins as that one stands.
    public static String copyOf(String template) {
        var name = template + "_" + COPIES.incrementAndGet();
        execute("postgres", "create database " + name + " template " + template);
        return name;
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    // Each of the servers that stand at the same time has a pool of its own.
                    .setServerConfig("max_connections", "500")
                    .setRegisterShutdownHook(false)
                    .setCleanDataDirectory(false)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return server;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The servers on it first: without their database they would try again and again. What is left of some
    /// forty databases is removed by a process of its own, for which nobody waits.
    private static void stop(EmbeddedPostgres server) {
        var folder = Tables.texts("postgres", "show data_directory").getFirst();
        TownServer.closeAll();
        try {
            server.close();
            new ProcessBuilder("rm", "-rf", folder).start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
