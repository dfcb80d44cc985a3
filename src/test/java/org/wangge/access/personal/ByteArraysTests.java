package org.wangge.access.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.town.Awaited.the;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.wangge.town.ApiTest;

@ApiTest
class ByteArraysTests {
    @Autowired
    DatabaseClient database;

    @Test
    void bindsBytesAsAnArray() {
        assertThat(text(new byte[][] {{1, -1}, {}, {0}})).isEqualTo("01ff,,00");
        assertThat(text(new byte[][] {{7}})).isEqualTo("07");
        assertThat(text(new byte[0][])).isEqualTo("none");
    }

    @Test
    void findsOneOfThem() {
        assertThat(the(database.sql("select '\\x0102'::bytea = any(:items)")
                        .bind("items", new byte[][] {{3}, {1, 2}})
                        .mapValue(Boolean.class)
                        .one()))
                .isTrue();
    }

    private String text(byte[][] items) {
        return the(database.sql("""
                        select coalesce(string_agg(encode(item, 'hex'), ',' order by no), 'none')
                        from unnest(:items::bytea[]) with ordinality as n (item, no)""").bind("items", items).mapValue(String.class).one());
    }
}
