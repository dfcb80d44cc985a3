package org.wangge.issue.statistics;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Presence;
import org.wangge.access.Viewer;
import org.wangge.feed.Feed;
import org.wangge.feed.FeedItem;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.issue.Oversight;
import org.wangge.refusal.Fault;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Counts how a grid stands, again whenever something happens there.
@Component
class Board {
    private static final Duration BREATH = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofHours(2);
    private static final int MOST = 1_000;
    private static final String ISSUES = "ISSUE_";

    private final DatabaseClient database;
    private final Grids grids;
    private final Feed feed;
    private final Clock clock;
    private final AsyncCache<Standing, BoardFigures> counts =
            Caffeine.newBuilder().expireAfterWrite(BREATH).maximumSize(MOST).buildAsync();

    Board(DatabaseClient database, Grids grids, Feed feed, Clock clock) {
        this.database = database;
        this.grids = grids;
        this.feed = feed;
        this.clock = clock;
    }

    /// A grid, after all that happened up to a position.
    private record Standing(GridId grid, String cursor) {}

    /// @throws Fault NOT_FOUND, NOT_PERMITTED for whoever does not see all issues of the grid
    Mono<BoardFigures> now(GridId id, Viewer viewer) {
        return grids.get(id, Scope.everywhere())
                .doOnNext(grid -> Oversight.require(viewer, grid))
                .flatMap(this::count);
    }

    /// At once, and then what is different after something happened, or time went by: at most once a second.
    Flux<BoardFigures> live(GridId id, Viewer viewer, Presence presence) {
        return grids.get(id, Scope.everywhere())
                .doOnNext(grid -> Oversight.require(viewer, grid))
                .flatMapMany(grid -> feed.after(null, Oversight.of(presence, grid))
                        .filter(Board::mayChange)
                        .onBackpressureLatest()
                        .concatMap(
                                item -> counted(grid, item.cursor())
                                        .concatWith(Mono.delay(BREATH).then(Mono.empty())),
                                0)
                        .distinctUntilChanged(BoardFigures::counts));
    }

    /// With a checkpoint time has gone by.
    private static boolean mayChange(FeedItem item) {
        return !(item instanceof FeedItem.Happened(var event, var cursor))
                || event.type().startsWith(ISSUES);
    }

    /// All who look at the grid are shown the same count of what happened up to there.
    private Mono<BoardFigures> counted(Grid grid, String cursor) {
        return Mono.fromFuture(
                () -> counts.get(
                        new Standing(grid.id(), cursor), (_, _) -> count(grid).toFuture()),
                true);
    }

    private Mono<BoardFigures> count(Grid grid) {
        return Mono.defer(() -> count(grid, clock.instant()));
    }

    private Mono<BoardFigures> count(Grid grid, Instant now) {
        return database.sql("""
                        select count(*) filter (where is_open) as open,
                               count(*) filter (where status = 'REPORTED') as to_accept,
                               count(*) filter (where status = 'ACCEPTED') as to_dispatch,
                               count(*) filter (where status = 'DISPATCHED') as to_sign,
                               count(*) filter (where status = 'IN_PROGRESS') as in_progress,
                               count(*) filter (where status = 'RETURNED') as returned,
                               count(*) filter (where status = 'SUSPENDED') as suspended,
                               count(*) filter (where status = 'HANDLED') as to_verify,
                               count(*) filter (where is_open and urgency = 'EMERGENCY') as emergencies,
                               count(*) filter (where is_open and next_due_at <= :now) as overdue,
                               count(*) filter (where is_open and next_due_at > :now and next_due_at <= :soon) as due_soon,
                               count(*) filter (where reported_at >= :today) as reported_today,
                               count(*) filter (where closed_at >= :today) as closed_today
                        from (
                          select is_open, status, urgency, next_due_at, reported_at, closed_at
                          from issue
                          where is_open and grid_key >= :low and grid_key < :high and parent_id is null
                          union all
                          select is_open, status, urgency, next_due_at, reported_at, closed_at
                          from issue
                          where not is_open and grid_key >= :low and grid_key < :high and parent_id is null
                            and updated_at >= :today
                        ) as standing""")
                .bind("low", grid.key().path())
                .bind("high", grid.key().end())
                .bind("now", now)
                .bind("soon", now.plus(SOON))
                .bind(
                        "today",
                        now.atZone(clock.getZone())
                                .toLocalDate()
                                .atStartOfDay(clock.getZone())
                                .toInstant())
                .map(BoardFigures.Counts::of)
                .one()
                .map(counts -> new BoardFigures(grid, now, counts));
    }
}
