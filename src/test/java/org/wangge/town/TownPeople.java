package org.wangge.town;

import java.sql.Connection;
import java.sql.SQLException;

/// Who lives and works in the [Town].
final class TownPeople {
    private TownPeople() {}

    static void build(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }
}
