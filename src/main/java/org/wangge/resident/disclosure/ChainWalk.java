package org.wangge.resident.disclosure;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// Walks along the log and looks at each row: does its hash fit it, and does it follow the one
/// before? At most a thousand rows are held at once.
@Component
class ChainWalk {
    private static final int AT_ONCE = 1_000;
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final DatabaseClient database;
    private final Disclosures disclosures;

    ChainWalk(DatabaseClient database, Disclosures disclosures) {
        this.database = database;
        this.disclosures = disclosures;
    }

    /// Both days are part of it.
    Mono<ChainCheck> walk(LocalDate from, LocalDate to) {
        return ends()
                .flatMap(ends -> linkBefore(from, ends)
                        .flatMap(start -> on(new State(start, 0, null), to))
                        .flatMap(walked -> walked.isBroken() ? Mono.just(walked) : ended(walked, ends.last())))
                .map(walked -> new ChainCheck(
                        walked.rows(), walked.broken(), walked.last().hash()));
    }

    private Mono<State> on(State state, LocalDate to) {
        return disclosures.after(state.last().day(), state.last().n(), to, AT_ONCE).flatMap(rows -> {
            var next = rows.stream().reduce(state, State::then, (one, other) -> other);
            return rows.size() < AT_ONCE || next.isBroken() ? Mono.just(next) : on(next, to);
        });
    }

    /// What the first row must follow: the row before it, or where the kept log begins.
    private Mono<Link> linkBefore(LocalDate from, Ends ends) {
        if (!from.isAfter(ends.start().day())) {
            return Mono.just(ends.start());
        }
        return database.sql("""
                        select day, n, hash
                        from disclosure
                        where day < :from
                        order by day desc, n desc
                        limit 1""")
                .bind("from", from)
                .map(ChainWalk::link)
                .one()
                .defaultIfEmpty(ends.start());
    }

    /// The last row must be the end of the log, or the one that the first row thereafter follows.
    private Mono<State> ended(State walked, Link end) {
        return disclosures
                .after(walked.last().day(), Integer.MAX_VALUE, LAST_DAY, 1)
                .map(next -> next.isEmpty()
                        ? walked.endedWith(end)
                        : walked.then(next.getFirst()).without(next.getFirst()));
    }

    private Mono<Ends> ends() {
        return database.sql("""
                        select day, n, hash, kept_after, kept_after_hash
                        from disclosure_chain""").map(row -> new Ends(new Link(
                        Rows.get(row, "kept_after", LocalDate.class),
                        Integer.MAX_VALUE,
                        Rows.text(row, "kept_after_hash")), link(row))).one();
    }

    private static Link link(Readable row) {
        return new Link(Rows.get(row, "day", LocalDate.class), Rows.number(row, "n"), Rows.text(row, "hash"));
    }

    private record Ends(Link start, Link last) {}

    /// How far the walk came.
    private record State(Link last, int rows, @Nullable ChainBreak broken) {
        boolean isBroken() {
            return broken != null;
        }

        State then(Disclosure row) {
            if (isBroken()) {
                return this;
            }
            if (!follows(row)) {
                return brokenAt(row.link(), ChainBreak.Kind.UNLINKED);
            }
            return row.hashed().equals(row.hash())
                    ? new State(row.link(), rows + 1, null)
                    : brokenAt(row.link(), ChainBreak.Kind.CHANGED);
        }

        /// The row after the walk does not belong to what was walked.
        State without(Disclosure row) {
            return isBroken() ? this : new State(new Link(row.day(), row.n(), row.previous()), rows - 1, null);
        }

        State endedWith(Link end) {
            return last.hash().equals(end.hash()) ? this : brokenAt(last, ChainBreak.Kind.NOT_THE_END);
        }

        private boolean follows(Disclosure row) {
            var isNext = row.day().isAfter(last.day())
                    ? row.n() == 1
                    : row.n() == last.n() + 1;
            return isNext && row.previous().equals(last.hash());
        }

        private State brokenAt(Link at, ChainBreak.Kind kind) {
            return new State(last, rows, new ChainBreak(at.day(), at.n(), kind));
        }
    }
}
