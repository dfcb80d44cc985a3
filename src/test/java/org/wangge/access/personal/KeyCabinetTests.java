package org.wangge.access.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.wangge.town.TestPostgres;

class KeyCabinetTests {
    private static final CellPlace PLACE = new CellPlace("resident.name", new UUID(1, 1));

    @Test
    void makesOneKeyForNodesThatStartAtOnce() throws Exception {
        var source = withoutKeys();

        try (var nodes = Executors.newFixedThreadPool(8)) {
            Callable<Keyring> start = () -> TestKeys.cabinet().open(source);
            var keyrings = nodes.invokeAll(Stream.generate(() -> start).limit(8).toList());

            var cell = keyrings.getFirst().get().seal("张伟", PLACE);
            for (var keyring : keyrings) {
                assertThat(keyring.get().open(cell, PLACE)).isEqualTo("张伟");
            }
        }
        assertThat(KeyCabinet.isEmpty(source)).isFalse();
    }

    private static DataSource withoutKeys() {
        var database = TestPostgres.emptyDatabase();
        TestPostgres.execute(database, "delete from data_key");
        var source = new PGSimpleDataSource();
        source.setUrl(TestPostgres.jdbcUrl(database));
        source.setUser("postgres");
        return source;
    }
}
