package org.wangge.access.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Tables;

/// Every column of the database with personal values is one that is sealed anew when keys are changed. Second factors
/// are
/// under the key of the server.
@ApiTest
class CellColumnTests {
    @Autowired
    Graph graph;

    @Autowired
    List<CellColumns> capabilities;

    @Test
    void namesEveryCellOfTheDatabase() {
        var named = capabilities.stream()
                .flatMap(capability -> capability.columns().stream())
                .map(column -> column.table() + '.' + column.cell())
                .toList();

        var kept = Tables.texts(
                graph.database(),
                "select table_name || '.' || column_name from information_schema.columns"
                        + " where table_schema = 'public' and data_type = 'bytea' and column_name like '%\\_cell' and table_name <> 'second_factor'");

        assertThat(named).containsAll(kept).contains("volunteer.name_cell");
    }
}
