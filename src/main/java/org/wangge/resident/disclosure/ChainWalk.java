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

    private final DatabaseClient database;
    private final Disclosures disclosures;

    ChainWalk(DatabaseClient database, Disclosures disclosures) {
        this.database = database;
        this.disclosures = disclosures;
    }

    /// Both days are part of it.
    Mono<ChainCheck> walk(LocalDate from, LocalDate to) {
        return start().flatMap(start -> linkBefore(from, start))
                .flatMap(link -> on(new State(link, 0, null), to))
                .flatMap(walked -> walked.isBroken() ? Mono.just(walked) : ended(walked))
                .map(State::check);
    }

    private Mono<State> on(State state, LocalDate to) {
        return disclosures
                .after(state.last().day(), state.last().n(), to, AT_ONCE)
                .flatMap(rows -> {
                    var next = rows.stream().reduce(state, State::then, (one, other) -> other);
                    return rows.size() < AT_ONCE || next.isBroken() ? Mono.just(next) : on(next, to);
                });
    }

    /// What the first row must follow: the row before it, or where the kept log begins.
    private Mono<Link> linkBefore(LocalDate from, Link start) {
        if (!from.isAfter(start.day())) {
            return Mono.just(start);
        }
        return database.sql("""
                        select day, n, hash
                        from disclosure
                        where day < :from
                        order by day desc, n desc
                        limit 1""").bind("from", from).map(ChainWalk::link).one().defaultIfEmpty(start);
    }

    /// After the walk comes the end of the log, or a row that follows its last. One statement asks for
    /// both: looks may be written meanwhile.
    private Mono<State> ended(State walked) {
        return database.sql("""
                        select c.hash, next.day, next.n, next.previous
                        from disclosure_chain c
                        left join lateral (
                          select d.day, d.n, d.previous
                          from disclosure d
                          where (d.day, d.n) > (:day, :n)
                          order by d.day, d.n
                          limit 1) as next on true""")
                .bind("day", walked.last().day())
                .bind("n", walked.last().n())
                .map(row -> ended(walked, row))
                .one();
    }

    private static State ended(State walked, Readable row) {
        var n = row.get("n", Integer.class);
        return n == null
                ? walked.before(Rows.text(row, "hash"))
                : walked.before(new Link(Rows.get(row, "day", LocalDate.class), n, Rows.text(row, "previous")));
    }

    private Mono<Link> start() {
        return database.sql("""
                        select kept_after, kept_after_n, kept_after_hash
                        from disclosure_chain""")
                .map(row -> new Link(
                        Rows.get(row, "kept_after", LocalDate.class),
                        Rows.number(row, "kept_after_n"),
                        Rows.text(row, "kept_after_hash")))
                .one();
    }

    private static Link link(Readable row) {
        return new Link(Rows.get(row, "day", LocalDate.class), Rows.number(row, "n"), Rows.text(row, "hash"));
    }

    /// How far the walk came.
    private record State(Link last, int rows, @Nullable ChainBreak broken) {
        boolean isBroken() {
            return broken != null;
        }

        State then(Disclosure row) {
            if (isBroken()) {
                return this;
            }
            if (!isFollowedBy(row.day(), row.n(), row.previous())) {
                return brokenAt(row.link(), ChainBreak.Kind.UNLINKED);
            }
            return row.hashed().equals(row.hash())
                    ? new State(row.link(), rows + 1, null)
                    : brokenAt(row.link(), ChainBreak.Kind.CHANGED);
        }

        State before(Link next) {
            return isFollowedBy(next.day(), next.n(), next.hash()) ? this : brokenAt(next, ChainBreak.Kind.UNLINKED);
        }

        State before(String endOfLog) {
            return last.hash().equals(endOfLog) ? this : brokenAt(last, ChainBreak.Kind.NOT_THE_END);
        }

        ChainCheck check() {
            return new ChainCheck(rows, broken, last.hash());
        }

        private boolean isFollowedBy(LocalDate day, int n, String previous) {
            var isNext = day.isAfter(last.day()) ? n == 1 : n == last.n() + 1;
            return isNext && previous.equals(last.hash());
        }

        private State brokenAt(Link at, ChainBreak.Kind kind) {
            return new State(last, rows, new ChainBreak(at.day(), at.n(), kind));
        }
    }
}
