package org.wangge.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.town.RunningWangge;
import org.wangge.town.TestPostgres;

/// The first start on an external database.
class FirstAdministratorsTests {
    private static final Pattern LINE = Pattern.compile("first administrator: (\\S+)  密码 password: (\\S{16})");

    @Test
    void makesThreeAdministratorsOnceAndTellsTheirPasswordsOnTheConsoleOnly(@TempDir Path folder) throws Exception {
        var database = TestPostgres.emptyDatabase();

        var first = started(folder, database);
        var second = started(folder, database);

        var told = LINE.matcher(first).results().toList();
        assertThat(told)
                .extracting(line -> line.group(1))
                .containsExactly("system-admin", "security-admin", "audit-admin");
        assertThat(LINE.matcher(second).find()).isFalse();
        try (var connection = TestPostgres.connect(database);
                var rows = connection
                        .createStatement()
                        .executeQuery("select string_agg(password || must_change_password, ' ') from account")) {
            rows.next();
            assertThat(List.of(rows.getString(1).split(" "))).hasSize(3).allMatch(text -> text.endsWith("true"));
            assertThat(rows.getString(1)).doesNotContain(told.getFirst().group(2));
        }
    }

    private static String started(Path folder, String database) throws InterruptedException {
        var server = RunningWangge.node(folder.resolve("data"), database).untilReady();
        server.terminated();
        return server.output();
    }
}
