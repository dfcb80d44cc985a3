package org.wangge.town;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/// Makes statements on a table slow: they wait until it is released, or PostgreSQL ends them.
public final class SlowTable implements AutoCloseable {
    private static final long LOOK_NANOS = 5_000_000;

    private final String database;
    private final Connection holder;

    private SlowTable(String database, Connection holder) {
        this.database = database;
        this.holder = holder;
    }

    public static SlowTable of(String database, String table) throws SQLException {
        var holder = TestPostgres.connect(database);
        holder.setAutoCommit(false);
        try (var statement = holder.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
        return new SlowTable(database, holder);
    }

    public void untilWaitedFor() throws SQLException {
        until(1, Integer.MAX_VALUE);
    }

    public void untilNobodyWaits() throws SQLException {
        until(0, 0);
    }

    /// How many backends wait for a lock.
    public int waiting() throws SQLException {
        try (var connection = TestPostgres.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    public void release() throws SQLException {
        holder.rollback();
    }

    @Override
    public void close() throws SQLException {
        holder.close();
    }

    private void until(int least, int most) throws SQLException {
        for (var now = waiting(); now < least || now > most; now = waiting()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
