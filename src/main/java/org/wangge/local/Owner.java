package org.wangge.local;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The role that owns the database and nothing else: what runs here on one machine has the same
/// rights as in production, where nobody gives it a superuser.
final class Owner {
    private static final String NAME = "wangge";

    private final String password;

    Owner(String password) {
        this.password = password;
    }

    /// Creates role and database where they are missing, after a first start cut short too.
    DatabaseAddress databaseAt(int port) throws IOException {
        var administration = DatabaseAddress.local(port, "postgres", "postgres", password);
        try (var connection = DriverManager.getConnection(administration.jdbc(), "postgres", password)) {
            if (isMissing(connection, "select from pg_roles where rolname = ?")) {
                execute(connection, "create role %1$s login password '%2$s'");
            }
            if (isMissing(connection, "select from pg_database where datname = ?")) {
                execute(connection, "create database %1$s owner %1$s");
            }
        } catch (SQLException e) {
            throw new IOException("its database could not be opened: " + e.getMessage(), e);
        }
        return DatabaseAddress.local(port, NAME, NAME, password);
    }

    private static boolean isMissing(Connection connection, String query) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, NAME);
            try (var rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    /// The password is hexadecimal, so it needs no quoting.
    private void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command.formatted(NAME, password));
        }
    }
}
