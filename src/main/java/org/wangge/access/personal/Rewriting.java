package org.wangge.access.personal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Seals cells anew under the current key, a batch in one statement. A cell that somebody else wrote
/// in between is left as it is: what was read of it is not there any more.
@Component
class Rewriting {
    static final int BATCH = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Rewriting.class);
    private static final UUID FIRST = new UUID(0, 0);

    private final DatabaseClient database;
    private final List<CellColumn> columns;

    Rewriting(DatabaseClient database, List<CellColumns> capabilities) {
        this.database = database;
        this.columns = capabilities.stream()
                .flatMap(one -> one.columns().stream())
                .sorted(Comparator.comparing(CellColumn::field))
                .toList();
    }

    List<CellColumn> columns() {
        return columns;
    }

    String[] fields() {
        return columns.stream().map(CellColumn::field).toArray(String[]::new);
    }

    /// How many cells there are.
    Mono<Integer> total() {
        return Flux.fromIterable(columns)
                .concatMap(column -> database.sql(
                                "select count(%s)::integer from %s".formatted(column.cell(), column.table()))
                        .mapValue(Integer.class)
                        .one())
                .reduce(0, Integer::sum);
    }

    /// The next cells of the column that are not under the key, in the order of their rows.
    Mono<List<OldCell>> older(CellColumn column, @Nullable UUID after, int keyId) {
        return database.sql("""
                        select %1$s as id, %2$s as cell
                        from %3$s
                        where %2$s is not null
                          and substring(%2$s from 2 for 4) <> int4send(:key)
                          and %1$s > :after
                        order by %1$s
                        limit %4$d
                        """.formatted(column.id(), column.cell(), column.table(), BATCH))
                .bind("key", keyId)
                .bind("after", after == null ? FIRST : after)
                .map(row -> new OldCell(Rows.uuid(row, "id"), Rows.get(row, "cell", byte[].class)))
                .all()
                .collectList();
    }

    /// How many were written.
    Mono<Long> rewrite(CellColumn column, List<OldCell> old, Keyring keyring) {
        var fresh = new ArrayList<Fresh>();
        old.forEach(cell -> addSealed(fresh, column, cell, keyring));
        if (fresh.isEmpty()) {
            return Mono.just(0L);
        }
        var update = database.sql(update(column))
                .bind("ids", fresh.stream().map(one -> one.old().row()).toArray(UUID[]::new))
                .bind("olds", bytes(fresh.stream().map(one -> one.old().cell()).toList()))
                .bind("cells", bytes(fresh.stream().map(Fresh::cell).toList()));
        var bound = column.index() == null
                ? update
                : update.bind("indexes", bytes(fresh.stream().map(Fresh::index).toList()));
        return bound.fetch().rowsUpdated();
    }

    private static String update(CellColumn column) {
        var index = column.index();
        return """
                update %1$s t
                set %3$s = n.cell%4$s
                from unnest(:ids::uuid[], :olds::bytea[], :cells::bytea[]%5$s) as n (id, old, cell%6$s)
                where t.%2$s = n.id
                  and t.%3$s = n.old
                """.formatted(
                        column.table(),
                        column.id(),
                        column.cell(),
                        index == null ? "" : ", " + index + " = n.digest",
                        index == null ? "" : ", :indexes::bytea[]",
                        index == null ? "" : ", digest");
    }

    /// One that does not open stays what it is, and its key with it.
    private static void addSealed(List<Fresh> fresh, CellColumn column, OldCell old, Keyring keyring) {
        var place = new CellPlace(column.field(), old.row());
        try {
            var clear = keyring.open(old.cell(), place);
            fresh.add(new Fresh(old, keyring.seal(clear, place), keyring.index(column.field(), clear)));
        } catch (UnreadableCell unreadable) {
            LOG.error("{}; the old keys are kept as long as it is there", unreadable.getMessage());
        }
    }

    private static byte[][] bytes(List<byte[]> list) {
        return list.toArray(byte[][]::new);
    }

    private record Fresh(OldCell old, byte[] cell, byte[] index) {}
}
