package org.wangge.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementTextTests {
    @Test
    void numbersEachNameOnce() {
        var text = StatementText.of("select :b, :a where x = :b and y > :a and z = any(:list)");

        assertThat(text.sent()).isEqualTo("select $1, $2 where x = $1 and y > $2 and z = any($3)");
        assertThat(text.places()).isEqualTo(Map.of("b", 0, "a", 1, "list", 2));
    }

    @Test
    void leavesCastsQuotesAndCommentsAlone() {
        assertThat(sent("select :id::uuid, x::text")).isEqualTo("select $1::uuid, x::text");
        assertThat(sent("select ' :a '' :b ', \":c\", '\\' || :d"))
                .isEqualTo("select ' :a '' :b ', \":c\", '\\' || $1");
        assertThat(sent("select 1 -- :a '\n + :b")).isEqualTo("select 1 -- :a '\n + $1");
        assertThat(sent("select /* :a \n ' */ :b")).isEqualTo("select /* :a \n ' */ $1");
        assertThat(sent("select $$ :a $$, $t$ $$ :b $t$, :c")).isEqualTo("select $$ :a $$, $t$ $$ :b $t$, $1");
        assertThat(sent("select x[1:2], '12:30', :a_1")).isEqualTo("select x[1:2], '12:30', $1");
    }

    private static String sent(String written) {
        return StatementText.of(written).sent();
    }
}
