package org.wangge.graphql.page;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import java.util.function.Function;

/// A list that can be paged: its columns, its tables, how a row is read and which column is its id.
public record Listing<T>(
        String columns, String tables, String idColumn, Function<? super Readable, T> row, Function<T, UUID> id) {
    String select() {
        return "select " + columns + "\nfrom " + tables;
    }

    String countUpTo(Conditions where, int limit) {
        return "select count(*) from (select 1 from " + tables + where.sql() + "\nlimit " + limit + ") as counted";
    }
}
