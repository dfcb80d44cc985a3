package org.wangge.issue.reply;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The callbacks in the database: up to three tries for a round, each on another day.
@Component
public class Callbacks {
    private static final int MOST = 3;

    private final DatabaseClient database;
    private final Clock clock;

    Callbacks(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    public void check(CallbackInput input, String path) {
        input.problems(path).refuseIfAny();
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED with TOO_OFTEN when somebody was reached already, on
    ///     the day of another try, or after three
    public Mono<Callback> add(Issue issue, CallbackInput input, String actor, Instant now) {
        return of(issue.id(), issue.round())
                .collectList()
                .filter(before -> mayTry(before, now))
                .switchIfEmpty(Mono.error(() -> Problems.single("callback.outcome", ProblemCode.TOO_OFTEN, MOST)))
                .flatMap(before -> insert(issue, before.size() + 1, input, actor, now));
    }

    /// Those of a round, in order.
    public Flux<Callback> of(IssueId issue, int round) {
        return database.sql("""
                        select issue_id, round, no, actor, at, outcome, note
                        from issue_callback
                        where issue_id = :issue and round = :round
                        order by no""")
                .bind("issue", issue.value())
                .bind("round", round)
                .map(Callbacks::row)
                .all();
    }

    private boolean mayTry(List<Callback> before, Instant now) {
        return before.size() < MOST
                && before.stream()
                        .noneMatch(one -> one.isReached() || day(one.at()).equals(day(now)));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    private Mono<Callback> insert(Issue issue, int no, CallbackInput input, String actor, Instant now) {
        return database.sql("""
                        insert into issue_callback (issue_id, round, no, actor, at, is_reached, outcome, note)
                        values (:issue, :round, :no, :actor, :now, :reached, :outcome, :note)
                        returning issue_id, round, no, actor, at, outcome, note""")
                .bind("issue", issue.id().value())
                .bind("round", issue.round())
                .bind("no", no)
                .bind("actor", actor)
                .bind("now", now)
                .bind("reached", input.outcome().isReached())
                .bind("outcome", input.outcome().name())
                .bind("note", Rows.orNull(Replies.blankToNull(input.note()), String.class))
                .map(Callbacks::row)
                .one();
    }

    static Callback row(Readable row) {
        return new Callback(
                new IssueId(Rows.uuid(row, "issue_id")),
                Rows.number(row, "round"),
                Rows.number(row, "no"),
                Rows.text(row, "actor"),
                Rows.get(row, "at", Instant.class),
                Rows.constant(row, "outcome", CallbackOutcome.class),
                row.get("note", String.class));
    }
}
