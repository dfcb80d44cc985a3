package org.wangge.graphql.page;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reads pages by keyset: one statement a page, whatever its depth.
@Component
public final class Pages {
    private final DatabaseClient database;
    private final Seal seal;

    Pages(DatabaseClient database, Seal seal) {
        this.database = database;
        this.seal = seal;
    }

    /// @throws org.wangge.refusal.Fault INVALID_CURSOR when the cursor is not of this list, filter and order
    public <T> Mono<Connection<T>> page(Listing<T> list, Conditions where, Sort<T> sort, PageRequest request) {
        var context = list.tables() + '|' + sort.column() + '|' + sort.direction() + '|' + where.fingerprint();
        var position = request.cursor() == null
                ? null
                : Position.open(request.cursor(), request.cursorArgument(), sort.kind(), context, seal);
        return rows(list, where, sort, request, position)
                .map(rows ->
                        connection(rows, request, row -> seal(row, list, sort, context), () -> total(list, where)));
    }

    private <T> Mono<List<T>> rows(
            Listing<T> list, Conditions where, Sort<T> sort, PageRequest request, @Nullable Position position) {
        var direction = request.forward() ? sort.direction() : sort.direction().reversed();
        var conditions = (position == null ? where : beyond(position, where, list, sort, direction)).planned();
        var sql = list.select() + conditions.sql()
                + "\norder by " + sort.column() + " " + direction + ", " + list.idColumn() + " " + direction
                + "\nlimit " + (request.size() + 1);
        return conditions.bind(database.sql(sql)).map(list.row()).all().collectList();
    }

    private static <T> Conditions beyond(
            Position position, Conditions where, Listing<T> list, Sort<T> sort, Direction direction) {
        var comparison = direction == Direction.ASC ? ">" : "<";
        var fragment = "(" + sort.column() + ", " + list.idColumn() + ") " + comparison + " (:cursorValue, :cursorId)";
        return where.copy().and(fragment, "cursorValue", position.value(), "cursorId", position.id());
    }

    private static <T> Connection<T> connection(
            List<T> rows, PageRequest request, Function<T, String> cursor, Supplier<Mono<Total>> count) {
        var hasMore = rows.size() > request.size();
        var kept = hasMore ? rows.subList(0, request.size()) : rows;
        var ordered = request.forward() ? kept : kept.reversed();
        var edges = ordered.stream()
                .map(row -> new Edge<>(row, () -> cursor.apply(row)))
                .toList();
        var came = request.cursor() != null;
        var info = request.forward() ? new PageInfo(edges, came, hasMore) : new PageInfo(edges, hasMore, came);
        return new Connection<>(edges, info, count);
    }

    private <T> String seal(T row, Listing<T> list, Sort<T> sort, String context) {
        return new Position(sort.value().apply(row), list.id().apply(row)).seal(context, seal);
    }

    private <T> Mono<Total> total(Listing<T> list, Conditions where) {
        var counted = where.planned();
        return counted.bind(database.sql(list.countUpTo(counted, Total.CAP + 1)))
                .map(row -> Total.of(count(row.get(0, Long.class))))
                .one();
    }

    private static long count(@Nullable Long counted) {
        return counted == null ? 0 : counted;
    }
}
