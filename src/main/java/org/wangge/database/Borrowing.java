package org.wangge.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.r2dbc.connection.ConnectionFactoryUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;

/// Connections for as long as one statement takes: that of the transaction, if there is one, else one that is
/// given back exactly once, however the statement ends.
final class Borrowing {
    private static final String TASK = "executeMany";

    private final Mono<Connection> taken;
    private final Mono<Void> keptByTransaction;

    Borrowing(ConnectionFactory factory) {
        this.taken = ConnectionFactoryUtils.getConnection(factory);
        this.keptByTransaction =
                ConnectionFactoryUtils.currentConnectionFactory(factory).then();
    }

    /// Errors of the driver come as those of Spring, with the statement as it is written.
    <T> Flux<T> with(StatementText text, Function<Connection, Flux<T>> work) {
        return Flux.usingWhen(taken.map(Loan::new), loan -> loan.read(work), this::givenBack)
                .onErrorMap(
                        R2dbcException.class,
                        thrown -> ConnectionFactoryUtils.convertR2dbcException(TASK, text.written(), thrown));
    }

    private record Loan(Connection connection, Sinks.Empty<Void> end) {
        Loan(Connection connection) {
            this(connection, Sinks.empty());
        }

        <T> Flux<T> read(Function<Connection, Flux<T>> work) {
            return Flux.defer(() -> work.apply(connection))
                    .transform(Operators.<T, T>lift((_, reader) -> new ToTheEnd<>(reader, end)));
        }
    }

    /// Not before its answer has come to its end: whoever gets it next need not wait for that. Without a transaction
    /// there is an error that says so.
    private Publisher<Void> givenBack(Loan loan) {
        return keptByTransaction.onErrorResume(_ -> loan.end()
                .asMono()
                .then(Mono.defer(() -> Mono.from(loan.connection().close()))));
    }
}
