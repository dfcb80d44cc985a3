package org.wangge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import reactor.test.StepVerifier;

@ApiTest
class RetentionTests {
    @Autowired
    Retention retention;

    @Autowired
    Graph graph;

    @Test
    void removesWhatIsOldAndNotesFromWhereTheStreamIsWhole() throws SQLException {
        var database = graph.database();
        TestPostgres.execute(database, """
                insert into event (stream_no, n, type, subject, subject_version, grid_key, at)
                select s.no, s.n + i, 'ISSUE_REPORTED', '%s', 1, s.grid_key, now() - make_interval(days => 40 - i * 10)
                from stream s, generate_series(1, 3) i""".formatted(Town.uuid(9, 1)));
        TestPostgres.execute(database, "update stream set n = n + 3");
        TestPostgres.execute(
                database,
                "insert into command values ('old', '%1$s', 'x', '', now() - interval '73 hours'), ('new', '%1$s', 'x', '', now() - interval '71 hours')"
                        .formatted(Town.uuid(9, 2)));

        StepVerifier.create(retention.sweep()).expectComplete().verify(Duration.ofSeconds(10));

        assertThat(number(database, "select count(*) from event where at < now() - interval '30 days'"))
                .isZero();
        assertThat(number(database, "select n - kept_after from stream")).isEqualTo(2);
        assertThat(number(
                        database,
                        "select count(*) from event where subject_version = 1 and n > (select kept_after from stream)"))
                .isEqualTo(2);
        assertThat(number(database, "select count(*) from command where actor in ('old', 'new')"))
                .isEqualTo(1);
    }

    private static long number(String database, String sql) throws SQLException {
        try (var connection = TestPostgres.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
