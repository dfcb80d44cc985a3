package org.wangge.local.street.seed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTests {
    private final Sheet sheet = new Sheet("place", "a, b, c, d");

    @Test
    void writesNothingAndArraysAsCopyWantsThem() throws IOException {
        sheet.row("云溪", null, List.of("A", "B"), 1);

        assertThat(text()).isEqualTo("云溪\t\\N\t{A,B}\t1\n");
        assertThat(sheet.rows()).isOne();
    }

    @Test
    void escapesWhatWouldEndACell() throws IOException {
        sheet.row("a\tb", "c\nd", "e\\f", "\\N");

        assertThat(text()).isEqualTo("a\\tb\tc\\nd\te\\\\f\t\\\\N\n");
    }

    @Test
    void namesItsTableAndColumns() {
        assertThat(sheet.statement()).isEqualTo("copy place (a, b, c, d) from stdin");
    }

    private String text() throws IOException {
        return new String(sheet.open().readAllBytes(), UTF_8);
    }
}
