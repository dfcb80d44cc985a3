package org.wangge.local;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.wangge.town.RunningWangge;

/// Writes numbers, one commit each, and remembers the last that PostgreSQL confirmed.
final class Witness {
    private int confirmed;

    /// Commits a few numbers more.
    Witness writes(RunningWangge wangge) throws SQLException, IOException {
        try (var connection = wangge.database()) {
            execute(connection, "create table if not exists witness (n integer primary key)");
            for (var last = confirmed + 10; confirmed < last; confirmed++) {
                execute(connection, "insert into witness values (" + (confirmed + 1) + ")");
            }
        }
        return this;
    }

    /// Commits on and on until the connection breaks; `well` is complete when it is in full swing.
    CompletableFuture<Void> writesUntilCutOff(RunningWangge wangge, CompletableFuture<Void> well) {
        return CompletableFuture.runAsync(() -> {
                    try (var connection = wangge.database()) {
                        for (var swing = confirmed + 200; true; confirmed++) {
                            execute(connection, "insert into witness values (" + (confirmed + 1) + ")");
                            if (confirmed == swing) {
                                well.complete(null);
                            }
                        }
                    } catch (SQLException | IOException e) {
                        well.completeExceptionally(e);
                    }
                })
                .orTimeout(30, TimeUnit.SECONDS);
    }

    /// How many of the confirmed numbers are not there any more.
    int lost(RunningWangge wangge) throws SQLException, IOException {
        try (var connection = wangge.database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from witness where n <= " + confirmed)) {
            rows.next();
            return confirmed - rows.getInt(1);
        }
    }

    /// One number may be committed and not confirmed: go on behind it.
    void resume(RunningWangge wangge) throws SQLException, IOException {
        try (var connection = wangge.database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select max(n) from witness")) {
            rows.next();
            confirmed = rows.getInt(1);
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
