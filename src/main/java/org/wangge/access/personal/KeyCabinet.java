package org.wangge.access.personal;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Opens the keys at the start, over the connection of the migrations, before anything else is made
/// that may hold a personal value. Makes the first one where there is none.
public final class KeyCabinet {
    private final MasterKey master;
    private final Algorithm algorithm;

    public KeyCabinet(MasterKey master, Algorithm algorithm) {
        this.master = master;
        this.algorithm = algorithm;
    }

    /// Nodes that start at once on a new database agree on one first key.
    ///
    /// @throws KeysCannotBeUsed when another master key wrapped the keys
    public Keyring open(DataSource source) throws SQLException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                makeIfNone(connection);
                var keyring = keyring(connection);
                connection.commit();
                return keyring;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    static boolean isEmpty(DataSource source) throws SQLException {
        try (var connection = source.getConnection()) {
            return isEmpty(connection);
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select not exists (select from data_key)")) {
            return found.next() && found.getBoolean(1);
        }
    }

    private void makeIfNone(Connection connection) throws SQLException {
        if (!isEmpty(connection)) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("lock table data_key in exclusive mode");
        }
        if (isEmpty(connection)) {
            insert(connection, WrappedKey.drawn(1, algorithm, master));
        }
    }

    private static void insert(Connection connection, WrappedKey key) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into data_key (id, algorithm, state, wrapped) values (?, ?, 'CURRENT', ?)")) {
            statement.setInt(1, key.id());
            statement.setString(2, key.algorithm().name());
            statement.setBytes(3, key.wrapped());
            statement.executeUpdate();
        }
    }

    private Keyring keyring(Connection connection) throws SQLException {
        var keys = new ArrayList<DataKey>();
        for (var wrapped : wrapped(connection)) {
            keys.add(opened(wrapped));
        }
        return new Keyring(keys.getFirst(), keys);
    }

    /// The current one first.
    private static List<WrappedKey> wrapped(Connection connection) throws SQLException {
        var keys = new ArrayList<WrappedKey>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select id, algorithm, wrapped
                        from data_key
                        where wrapped is not null
                        order by state = 'CURRENT' desc, id
                        """)) {
            while (found.next()) {
                var algorithm = Algorithm.valueOf(found.getString("algorithm"));
                keys.add(new WrappedKey(found.getInt("id"), algorithm, found.getBytes("wrapped")));
            }
        }
        return keys;
    }

    private DataKey opened(WrappedKey wrapped) {
        try {
            return wrapped.open(master);
        } catch (GeneralSecurityException foreign) {
            throw new KeysCannotBeUsed(
                    "The master key does not open the keys of the personal values in this database.",
                    "Start with the master key that this database was made with: wangge.personal.master-key or"
                            + " wangge.personal.master-key-file, or, with the PostgreSQL that comes with Wangge,"
                            + " the file keys/master in its data folder. Without it nobody can read the names,"
                            + " id numbers and phones in it. Nothing was changed.");
        }
    }
}
