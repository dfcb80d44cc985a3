package org.wangge.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.r2dbc.core.ColumnMapRowMapper;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.FetchSpec;
import org.springframework.r2dbc.core.RowsFetchSpec;
import org.springframework.r2dbc.core.StatementFilterFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A statement with the values that are known so far. It never changes: each value makes another.
final class Question implements GenericExecuteSpec {
    private final Borrowing borrowing;
    private final StatementText text;
    private final @Nullable Object[] values;

    Question(Borrowing borrowing, StatementText text) {
        this(borrowing, text, new @Nullable Object[text.places().size()]);
    }

    private Question(Borrowing borrowing, StatementText text, @Nullable Object[] values) {
        this.borrowing = borrowing;
        this.text = text;
        this.values = values;
    }

    @Override
    public Question bind(String name, Object value) {
        if (value instanceof Collection<?>) {
            throw new InvalidDataAccessApiUsageException("[%s] is a list; bind an array".formatted(name));
        }
        var with = values.clone();
        with[text.place(name)] = value;
        return new Question(borrowing, text, with);
    }

    @Override
    public Question bindNull(String name, Class<?> type) {
        return bind(name, Parameters.in(type));
    }

    @Override
    public <R> RowsFetchSpec<R> map(Function<? super Readable, R> row) {
        return new Rows<>(this, result -> result.map(row));
    }

    @Override
    public <R> RowsFetchSpec<R> map(BiFunction<Row, RowMetadata, R> row) {
        return new Rows<>(this, result -> result.map(row));
    }

    @Override
    public <R> RowsFetchSpec<R> mapValue(Class<R> type) {
        return new Rows<>(this, result -> result.map(row -> row.get(0, type)));
    }

    @Override
    public FetchSpec<Map<String, Object>> fetch() {
        return new Rows<>(this, result -> result.map(ColumnMapRowMapper.INSTANCE));
    }

    @Override
    public Mono<Void> then() {
        return fetch().rowsUpdated().then();
    }

    @Override
    public <R> Flux<R> flatMap(Function<Result, Publisher<R>> made) {
        return borrowing.with(
                text, connection -> Flux.from(executed(connection)).flatMap(made));
    }

    String written() {
        return text.written();
    }

    private Publisher<? extends Result> executed(Connection connection) {
        var statement = connection.createStatement(text.sent());
        for (var place = 0; place < values.length; place++) {
            var value = values[place];
            if (value == null) {
                throw new InvalidDataAccessApiUsageException(
                        "no value for [%s] in [%s]".formatted(text.name(place), text.written()));
            }
            statement.bind(place, value);
        }
        return statement.execute();
    }

    @Override
    public GenericExecuteSpec bindValues(Map<String, ?> source) {
        throw unsupported();
    }

    @Override
    public GenericExecuteSpec bindValues(List<?> source) {
        throw unsupported();
    }

    @Override
    public GenericExecuteSpec bindProperties(Object source) {
        throw unsupported();
    }

    @Override
    public GenericExecuteSpec bind(int index, Object value) {
        throw unsupported();
    }

    @Override
    public GenericExecuteSpec bindNull(int index, Class<?> type) {
        throw unsupported();
    }

    @Override
    public GenericExecuteSpec filter(StatementFilterFunction filter) {
        throw unsupported();
    }

    @Override
    public <R> RowsFetchSpec<R> mapProperties(Class<R> type) {
        throw unsupported();
    }

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("bind by name, read by map(..)");
    }
}
