package org.wangge.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Stands where Spring's own client would: the names of a statement are translated once, not at each call, and
/// the connection is asked itself, not through a proxy. What nobody here needs of that interface is refused: lists
/// in place of one value (an array does, `= any(:name)`), parameters by number, filters, beans.
@Component
class Database implements DatabaseClient {
    /// Texts come from a closed set; whoever leaves it costs time and no memory.
    private static final int MOST_TEXTS = 2_000;

    private final ConnectionFactory factory;
    private final Borrowing borrowing;
    private final Map<String, StatementText> texts = new ConcurrentHashMap<>();

    Database(ConnectionFactory factory) {
        this.factory = factory;
        this.borrowing = new Borrowing(factory);
    }

    @Override
    public ConnectionFactory getConnectionFactory() {
        return factory;
    }

    @Override
    public GenericExecuteSpec sql(String sql) {
        var text = texts.get(sql);
        return new Question(borrowing, text == null ? read(sql) : text);
    }

    @Override
    public GenericExecuteSpec sql(Supplier<String> sql) {
        return sql(sql.get());
    }

    @Override
    public <T> Mono<T> inConnection(Function<Connection, Mono<T>> action) {
        throw new UnsupportedOperationException("ask by sql(..)");
    }

    @Override
    public <T> Flux<T> inConnectionMany(Function<Connection, Flux<T>> action) {
        throw new UnsupportedOperationException("ask by sql(..)");
    }

    private StatementText read(String sql) {
        if (texts.size() >= MOST_TEXTS) {
            texts.clear();
        }
        return texts.computeIfAbsent(sql, StatementText::of);
    }
}
