package org.wangge.access.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;

/// What is not named to the change of keys cannot be opened, or found, once the old key is destroyed.
@ApiTest
class SealedColumnsTests {
    private static final Set<String> OTHERWISE = Set.of(
            // Gone within minutes.
            "phone_code.phone_index",
            "phone_code.code_index",
            // Sealed by the master key itself.
            "second_factor.secret_cell",
            "second_factor.pending_cell");

    @Autowired
    Graph graph;

    @Autowired
    Rewriting rewriting;

    @Test
    void areAllNamedToTheChangeOfKeys() throws SQLException {
        var named = rewriting.columns().stream()
                .flatMap(column -> Stream.of(column.cell(), String.valueOf(column.index()))
                        .map(name -> column.table() + "." + name))
                .toList();

        assertThat(sealed()).contains("resident.phone_cell", "resident.phone_index");
        assertThat(sealed()).allMatch(column -> named.contains(column) || OTHERWISE.contains(column));
    }

    private List<String> sealed() throws SQLException {
        try (var connection = TestPostgres.connect(graph.database());
                var rows = connection.createStatement().executeQuery("""
                        select table_name || '.' || column_name
                        from information_schema.columns
                        where table_schema = 'public'
                          and data_type = 'bytea'
                          and column_name ~ '_(cell|index)$'
                        """)) {
            var columns = new ArrayList<String>();
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
            return columns;
        }
    }
}
