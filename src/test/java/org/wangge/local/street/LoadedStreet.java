package org.wangge.local.street;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;
import org.wangge.access.personal.TestKeys;
import org.wangge.issue.clock.UsualTime;
import org.wangge.town.TestPostgres;

/// One migrated database with the street of 1 August 2026 in it, loaded once for all tests, and
/// what the catalogue said before.
final class LoadedStreet {
    static final LocalDate TODAY = LocalDate.of(2026, 8, 1);

    private static final String SCHEMA = """
            select concat_ws(' ', conrelid::regclass, conname, convalidated, conenforced, pg_get_constraintdef(oid))
            from pg_constraint
            where connamespace = current_schema()::regnamespace
              and contype <> 'n'
            union all
            select indexdef
            from pg_indexes
            where schemaname = current_schema()
            order by 1
            """;
    private static final LoadedStreet STREET = new LoadedStreet();

    private final PGSimpleDataSource source;
    private final Keyring keyring;
    private final List<String> schemaBefore;

    private LoadedStreet() {
        source = new PGSimpleDataSource();
        source.setUrl(TestPostgres.jdbcUrl(TestPostgres.emptyDatabase()));
        source.setUser("postgres");
        try {
            schemaBefore = rows(source, SCHEMA);
            keyring = TestKeys.cabinet().open(source);
            new DemoStreet(TODAY, UsualTime.inChina()).loadInto(source, keyring);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static Connection connection() throws SQLException {
        return STREET.source.getConnection();
    }

    /// The name of a new database with the same rows.
    static String copy() {
        return TestPostgres.copyOf(STREET.source.getDatabaseName());
    }

    static DataSource source() {
        return STREET.source;
    }

    static Keyring keyring() {
        return STREET.keyring;
    }

    static List<String> schemaBefore() {
        return STREET.schemaBefore;
    }

    static List<String> schema() throws SQLException {
        return rows(STREET.source, SCHEMA);
    }

    /// The rows of a query, their cells joined by spaces.
    static List<String> rows(String query) throws SQLException {
        return rows(STREET.source, query);
    }

    /// All values of a sealed column of residents.
    static List<String> opened(String column) throws SQLException {
        return opened(column, "where %s_cell is not null".formatted(column));
    }

    static String opened(String column, UUID resident) throws SQLException {
        return opened(column, "where id = '%s'".formatted(resident)).getFirst();
    }

    private static List<String> opened(String column, String where) throws SQLException {
        try (var connection = connection();
                var found = connection
                        .createStatement()
                        .executeQuery("select id, %s_cell from resident %s".formatted(column, where))) {
            var values = new ArrayList<String>();
            while (found.next()) {
                var place = new CellPlace("resident." + column, found.getObject(1, UUID.class));
                values.add(STREET.keyring.open(found.getBytes(2), place));
            }
            return values;
        }
    }

    static long count(String query) throws SQLException {
        return Long.parseLong(rows("select count(*) from " + query).getFirst());
    }

    private static List<String> rows(DataSource source, String query) throws SQLException {
        try (var connection = source.getConnection();
                var found = connection.createStatement().executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                var cells = new ArrayList<String>();
                for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    cells.add(found.getString(i));
                }
                rows.add(String.join(" ", cells));
            }
            return rows;
        }
    }
}
