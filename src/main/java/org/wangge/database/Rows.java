package org.wangge.database;

import io.r2dbc.spi.Result;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.r2dbc.core.FetchSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What a statement answers, asked anew by each subscriber.
record Rows<T>(Question question, Function<Result, Publisher<T>> reading) implements FetchSpec<T> {
    @Override
    public Mono<T> one() {
        return all().singleOrEmpty().onErrorMap(IndexOutOfBoundsException.class, _ -> tooMany());
    }

    @Override
    public Mono<T> first() {
        return all().next();
    }

    @Override
    public Flux<T> all() {
        return question.flatMap(reading);
    }

    @Override
    public Mono<Long> rowsUpdated() {
        return question.<Long>flatMap(result -> Mono.from(result.getRowsUpdated()))
                .reduce(0L, Long::sum);
    }

    private IncorrectResultSizeDataAccessException tooMany() {
        return new IncorrectResultSizeDataAccessException("more than one row of [%s]".formatted(question.written()), 1);
    }
}
