package org.wangge.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.refusal.Fault;
import org.wangge.town.TestPostgres;

class GridCodeTests {
    @ParameterizedTest
    @CsvSource({
        "510199001000, 510199000000, DISTRICT, true",
        "510199001201, 510199001000, SUBDISTRICT, true",
        "510199002201, 510199001000, SUBDISTRICT, false",
        "510199001201001, 510199001201, COMMUNITY, true",
        "510199001202001, 510199001201, COMMUNITY, false",
        "51019900120100101, 510199001201001, COMPREHENSIVE, true",
        "51019900120100101001, 51019900120100101, RESIDENT_GROUP, true"
    })
    void aChildsCodeStartsWithItsParents(String child, String parent, GridLevel level, boolean isBelow) {
        assertThat(new GridCode(child).isBelow(new GridCode(parent), level)).isEqualTo(isBelow);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5101990010", "51019900100a", "5101990012010010", "510199001201001010011"})
    void refusesOtherShapes(String text) {
        assertThatThrownBy(() -> new GridCode(text)).isInstanceOf(Fault.class).hasMessage("INVALID_CODE");
    }

    @Test
    void theDatabaseHoldsTheSameRule() {
        var wrong = """
                insert into grid (grid_key, level, code, name, parent_id, parent_level, parent_stem, effective_from)
                select '1.9.', 2, '%s', '误', id, level, stem, '2020-01-01' from grid where level = 1""";
        var database = TestPostgres.townDatabase();

        assertThatThrownBy(() -> TestPostgres.execute(database, wrong.formatted("510199009209")))
                .hasMessageContaining("grid_code_in_parent");
        assertThatThrownBy(() -> TestPostgres.execute(database, wrong.formatted("510199001201001")))
                .hasMessageContaining("grid_code_length");
        assertThatThrownBy(() -> TestPostgres.execute(database, wrong.formatted("510199001201")))
                .hasMessageContaining("grid_code_unique");
        TestPostgres.execute(database, wrong.formatted("510199001209"));
    }
}
