package org.wangge.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.wangge.access.personal.CellPlace;
import org.wangge.town.TestPostgres;
import org.wangge.town.TownHomes;

class ClearNamesTests {
    @Test
    void areSealedAtTheStart() throws SQLException {
        var database = TestPostgres.townDatabase();
        TestPostgres.execute(database, """
                update resident
                set name = case when id = '%s' then '𠮷田' else '张三' end, name_cell = null, name_mask = null
                """.formatted(TownHomes.JI.uuid()));
        var flyway = Flyway.configure()
                .dataSource(TestPostgres.jdbcUrl(database), "postgres", "")
                .load();

        new ClearNames(flyway, TestPostgres.keyring()).afterPropertiesSet();

        try (var connection = TestPostgres.connect(database);
                var row = connection.createStatement().executeQuery("""
                        select name_cell, name_mask, (select count(*) from resident where name is not null)
                        from resident
                        where id = '%s'
                        """.formatted(TownHomes.JI.uuid()))) {
            row.next();
            var place = new CellPlace("resident.name", TownHomes.JI.uuid());
            assertThat(TestPostgres.keyring().open(row.getBytes(1), place)).isEqualTo("𠮷田");
            assertThat(row.getString(2)).isEqualTo("𠮷*");
            assertThat(row.getInt(3)).isZero();
        }
    }
}
