package org.wangge.feed;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Seal;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Carries out each command in one transaction with exactly one effect: the idempotency key first,
/// the work, its events and the stream's counter last.
@Component
public class Commands {
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final EventLog log;
    private final Tail tail;
    private final Seal seal;

    Commands(DatabaseClient database, TransactionalOperator transaction, EventLog log, Tail tail, Seal seal) {
        this.database = database;
        this.transaction = transaction;
        this.log = log;
        this.tail = tail;
        this.seal = seal;
    }

    /// Does the work unless the key was used before; then the first outcome is told again. A concurrent
    /// twin waits for the first on the key. Refusals ([Refused]) roll back and are not kept.
    ///
    /// @throws Fault UNKNOWN_OUTCOME when the connection broke and the commit may have happened
    public Mono<Outcome> once(Command command, Instant now, Mono<Done> work) {
        var done = work.flatMap(result -> settled(command, result));
        return toTheEnd(claim(command, now)
                .flatMap(claimed -> claimed ? done : replay(command))
                .as(transaction::transactional)
                .onErrorMap(Commands::isBrokenOff, broken -> new Fault(FaultCode.UNKNOWN_OUTCOME))
                .doOnSuccess(outcome -> tail.wake()));
    }

    /// Also when whoever asked has gone, who asks again with the same key: a connection on which a transaction is
    /// given up while it begins can be lent to the next with that transaction open.
    private static Mono<Outcome> toTheEnd(Mono<Outcome> begun) {
        return Mono.deferContextual(
                context -> Mono.fromFuture(() -> begun.contextWrite(context).toFuture(), true));
    }

    private Mono<Outcome> settled(Command command, Done done) {
        return done.events().isEmpty()
                ? log.note(command, done).thenReturn(new Outcome(done.subject(), done.version(), null, false))
                : log.append(command, done).map(head -> outcome(done, head));
    }

    private Mono<Boolean> claim(Command command, Instant now) {
        return database.sql("""
                        insert into command (actor, key, name, hash, at)
                        values (:actor, :key, :name, :hash, :at)
                        on conflict do nothing""")
                .bind("actor", command.actor())
                .bind("key", command.key())
                .bind("name", command.name())
                .bind("hash", command.hash())
                .bind("at", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Outcome> replay(Command command) {
        return database.sql("""
                        select c.hash, c.subject, c.subject_version, c.stream_no, c.n, s.epoch
                        from command c left join stream s on s.no = c.stream_no
                        where c.actor = :actor and c.key = :key""")
                .bind("actor", command.actor())
                .bind("key", command.key())
                .map(row -> {
                    if (!Arrays.equals(Rows.get(row, "hash", byte[].class), command.hash())) {
                        throw new Refused(new Refusal.KeyReused());
                    }
                    return new Outcome(
                            Rows.uuid(row, "subject"), Rows.number(row, "subject_version"), cursor(row), true);
                })
                .one();
    }

    private Outcome outcome(Done done, StreamHead head) {
        return new Outcome(done.subject(), done.version(), cursor(head.no(), head.position()), false);
    }

    private @Nullable String cursor(Readable row) {
        var stream = row.get("stream_no", Integer.class);
        return stream == null
                ? null
                : cursor(stream, new Position(Rows.number(row, "epoch"), Rows.get(row, "n", Long.class)));
    }

    private String cursor(int stream, Position position) {
        return new EventCursor(Map.of(stream, position)).seal(seal);
    }

    /// The connection ended (08, 57P) after the transaction had begun: nobody knows whether it was committed.
    private static boolean isBrokenOff(Throwable thrown) {
        if (thrown instanceof CannotCreateTransactionException) {
            return false;
        }
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException database) {
                var state = String.valueOf(database.getSqlState());
                return state.startsWith("08") || state.startsWith("57P");
            }
        }
        return false;
    }
}
