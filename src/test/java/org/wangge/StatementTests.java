package org.wangge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.wangge.town.TestPostgres;

/// Every statement that stands whole in the code is one that PostgreSQL understands.
class StatementTests {
    private static final Pattern STATEMENT =
            Pattern.compile("database\\.sql\\(\\s*\"\"\"((?:(?!\"\"\").)*)\"\"\"\\s*\\)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    @Test
    void postgresqlPreparesEveryStatement() throws IOException, SQLException {
        var statements = statements();
        var broken = new ArrayList<String>();
        try (var connection = TestPostgres.connect(TestPostgres.emptyDatabase());
                var prepare = connection.createStatement()) {
            for (var statement : statements) {
                try {
                    prepare.execute("prepare tried as " + numbered(statement));
                    prepare.execute("deallocate tried");
                } catch (SQLException refused) {
                    broken.add(refused.getMessage() + "\n" + statement);
                }
            }
        }

        assertThat(broken).isEmpty();
        assertThat(statements).hasSizeGreaterThan(10);
    }

    private static List<String> statements() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(StatementTests::read)
                    .flatMap(source -> STATEMENT.matcher(source).results().map(found -> found.group(1)))
                    .toList();
        }
    }

    private static String numbered(String statement) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        return PARAMETER
                .matcher(statement)
                .replaceAll(found -> "\\$" + numbers.computeIfAbsent(found.group(1), name -> numbers.size() + 1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
