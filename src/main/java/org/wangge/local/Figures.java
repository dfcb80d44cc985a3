package org.wangge.local;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/// How much is in the database: what the box shows of the demo street.
record Figures(
        long subdistricts,
        long communities,
        long grids,
        long residentGroups,
        long courtyards,
        long residents,
        long households,
        long premises,
        long members,
        long issues,
        long demoAccounts) {
    private static final String COUNTS = """
            select count(*) filter (where level = 1) as subdistricts,
                   count(*) filter (where level = 2) as communities,
                   count(*) filter (where level = 3) as grids,
                   count(*) filter (where level = 4) as resident_groups,
                   count(*) filter (where level = 5) as courtyards,
                   (select count(*) from resident where status = 'ACTIVE') as residents,
                   (select count(*) from household) as households,
                   (select count(*) from premises) as premises,
                   (select count(*) from member) as members,
                   (select count(*) from issue) as issues,
                   (select count(*) from account where is_demo and disabled_at is null) as demo_accounts
            from grid
            """;

    static Figures of(String jdbcUrl, String user, String password) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl, user, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(COUNTS)) {
            rows.next();
            return of(rows);
        }
    }

    boolean isEmpty() {
        return subdistricts == 0;
    }

    private static Figures of(ResultSet row) throws SQLException {
        return new Figures(
                row.getLong("subdistricts"),
                row.getLong("communities"),
                row.getLong("grids"),
                row.getLong("resident_groups"),
                row.getLong("courtyards"),
                row.getLong("residents"),
                row.getLong("households"),
                row.getLong("premises"),
                row.getLong("members"),
                row.getLong("issues"),
                row.getLong("demo_accounts"));
    }
}
