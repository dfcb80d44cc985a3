package org.wangge.resident;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.wangge.access.Personal;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;

/// Seals the names that an earlier Wangge kept in clear, before anything is served, and has the
/// table written anew so that none stays behind in its pages. Over JDBC, as the migrations.
@Component
class ClearNames implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(ClearNames.class);
    private static final int BATCH = 1_000;

    private final DataSource source;
    private final Keyring keyring;

    ClearNames(Flyway flyway, Keyring keyringAtStart) {
        this.source = flyway.getConfiguration().getDataSource();
        this.keyring = keyringAtStart;
    }

    /// Two nodes that start at once share the work.
    @Override
    public void afterPropertiesSet() throws SQLException {
        try (var connection = source.getConnection()) {
            var sealed = 0;
            for (var batch = seal(connection); batch > 0; batch = seal(connection)) {
                sealed += batch;
            }
            if (sealed > 0) {
                connection.createStatement().execute("vacuum full resident");
                LOG.info("Sealed the names of {} residents that were kept in clear", sealed);
            }
        }
    }

    private int seal(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            var names = names(connection);
            write(connection, names);
            connection.commit();
            return names.size();
        } catch (SQLException | RuntimeException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static Map<UUID, String> names(Connection connection) throws SQLException {
        var names = new LinkedHashMap<UUID, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select id, name
                        from resident
                        where name_cell is null
                        order by id
                        limit %d
                        for update""".formatted(BATCH))) {
            while (rows.next()) {
                names.put(rows.getObject("id", UUID.class), rows.getString("name"));
            }
        }
        return names;
    }

    private void write(Connection connection, Map<UUID, String> names) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update resident set name = null, name_cell = ?, name_mask = ? where id = ?")) {
            for (var name : names.entrySet()) {
                statement.setBytes(1, keyring.seal(name.getValue(), new CellPlace("resident.name", name.getKey())));
                statement.setString(2, Personal.name(name.getValue()).display());
                statement.setObject(3, name.getKey());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
