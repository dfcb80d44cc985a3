package org.wangge.town;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// Connections to the databases of the tests that wait for the next statement: a new one knows nothing
/// of the tables yet, and most statements take less than that. Nobody waits for one that is in use.
final class IdleConnections {
    private static final int SECONDS = 2;
    private static final Map<String, Queue<Connection>> IDLE = new ConcurrentHashMap<>();

    private IdleConnections() {}

    static <T> T use(String database, Work<T> work) {
        var idle = IDLE.computeIfAbsent(database, name -> new ConcurrentLinkedQueue<>());
        try {
            var connection = open(database, idle.poll());
            var isUsable = false;
            try (var statement = connection.createStatement()) {
                var done = work.with(statement);
                isUsable = true;
                return done;
            } finally {
                if (!isUsable || !idle.offer(connection)) {
                    connection.close();
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Connection open(String database, @Nullable Connection idle) throws SQLException {
        return idle != null && idle.isValid(SECONDS) ? idle : TestPostgres.connect(database);
    }

    /// What is done with a connection.
    @FunctionalInterface
    interface Work<T> {
        T with(Statement statement) throws SQLException;
    }
}
