package org.wangge.issue.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.wangge.town.TestPostgres;

/// To look around costs what is around, not what there is.
class NeighboursPlanTests {
    private static final Path SOURCE = Path.of("src/main/java/org/wangge/issue/likeness/Neighbours.java");
    private static final Map<String, String> VALUES = Map.of(
            "longitude", "103.5067",
            "latitude", "30.7319",
            "text", "'外墙瓷砖脱落，下面是出入口'",
            "happenedAt", "now()",
            "category", "'HOUSE_SAFETY'",
            "gridKey", "'a1.5n.04.01.02.'",
            "except", "null",
            "most", "100");

    @Test
    void theStatementReadsOpenIssuesByTheIndexesOnPlaceAndGrid() throws Exception {
        var plan = new ArrayList<String>();
        try (var connection = TestPostgres.connect(TestPostgres.streetDatabase());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("explain " + statement())) {
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }

        assertThat(plan)
                .anyMatch(line -> line.contains("issue_open_by_location"))
                .anyMatch(line -> line.contains("issue_open_by_grid"))
                .noneMatch(line -> line.contains("Seq Scan on issue i"));
    }

    private static String statement() throws Exception {
        var found = Pattern.compile("database\\.sql\\(\"\"\"(.*?)\"\"\"", Pattern.DOTALL)
                .matcher(Files.readString(SOURCE));
        found.find();
        return Pattern.compile("(?<!:):([a-zA-Z]\\w*)")
                .matcher(found.group(1))
                .replaceAll(name -> VALUES.get(name.group(1)));
    }
}
