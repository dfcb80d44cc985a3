package org.wangge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.graphql.page.Seal;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import reactor.core.publisher.Mono;

/// What one subscriber is told from a position on: each event once, in order, and just after it the
/// position to go on from.
@ApiTest
@TestPropertySource(properties = {"test.town=polling", "wangge.clock.scan=1h"})
class FollowingTests {
    private static final Sight ALL = () -> Mono.just(Scope.everywhere());
    private static final Scope ELSEWHERE = Scope.everywhere().within(new GridKey(Town.BRIDGE.key()));
    private static final int RING = 4_096;

    @Autowired
    Graph graph;

    @Autowired
    Feed feed;

    @Autowired
    Seal seal;

    private Happenings happenings;
    private int stream;
    private long start;

    @BeforeEach
    void where() throws SQLException {
        happenings = new Happenings(graph.database(), 10);
        stream = number("no");
        start = number("n");
    }

    @Test
    void tellsAllThatWasMissedInOrderAndOnlyThenThatItIsCaughtUp() throws SQLException {
        happenings.happen(1_200, new Latencies());

        var told = told(at(start), ALL);

        assertThat(numbers(told)).isEqualTo(following(start, 1_200));
        assertThat(told).hasSize(1_201);
        assertThat(told.getLast()).isInstanceOf(FeedItem.Checkpoint.class);
        assertThat(positionOf(told.getLast())).isEqualTo(start + 1_200);
    }

    @Test
    void givesWithEachEventThePositionJustAfterIt() throws SQLException {
        happenings.happen(7, new Latencies());

        var told = told(at(start), ALL);

        IntStream.range(0, 7).forEach(i -> assertThat(positionOf(told.get(i))).isEqualTo(start + i + 1));
        IntStream.range(0, 7)
                .forEach(i -> assertThat(numbers(told(told.get(i).cursor(), ALL)))
                        .isEqualTo(following(start + i + 1, 6 - i)));
    }

    @Test
    void asksForRightsAgainAtEachEventAlsoAmongThoseReadTogether() throws SQLException {
        happenings.happen(6, new Latencies());
        var seen = new AtomicInteger();

        var told = Awaited.the(feed.after(at(start), () -> Mono.just(seen.get() < 2 ? Scope.everywhere() : ELSEWHERE))
                .doOnNext(item -> seen.incrementAndGet())
                .takeUntil(FeedItem.Checkpoint.class::isInstance)
                .collectList());

        assertThat(numbers(told)).isEqualTo(following(start, 2));
        assertThat(positionOf(told.getLast()))
                .as("also past what one does not see")
                .isEqualTo(start + 6);
    }

    @Test
    void endsWhenThereIsNothingLeftToSee() throws SQLException {
        happenings.happen(3, new Latencies());
        var seen = new AtomicInteger();

        var told = feed.after(at(start), () -> Mono.just(seen.get() < 1 ? Scope.everywhere() : Scope.nowhere()))
                .doOnNext(item -> seen.incrementAndGet())
                .collectList();

        assertThatThrownBy(() -> Awaited.the(told)).hasStackTraceContaining("NOT_PERMITTED");
        assertThat(seen).hasValue(1);
    }

    @Test
    void whoIsAheadOfThisNodeIsToldNothingTwice() throws SQLException {
        var waits = new CompletableFuture<FeedItem>();
        var told = feed.after(at(start + 3), ALL)
                .doOnNext(waits::complete)
                .take(3)
                .collectList()
                .toFuture();
        assertThat(Awaited.the(Mono.fromFuture(waits))).isInstanceOf(FeedItem.Checkpoint.class);

        happenings.happen(3, new Latencies());
        happenings.happen(2, new Latencies());

        assertThat(numbers(Awaited.the(Mono.fromFuture(told)))).isEqualTo(following(start + 3, 2));
    }

    @Test
    void aHoleInWhatIsReadIsAGapAndNotPassedOver() throws SQLException {
        happenings.happen(RING + 10, new Latencies());
        assertThat(numbers(told(at(start), ALL))).isEqualTo(following(start, RING + 10));
        execute("delete from event where stream_no = %d and n = %d".formatted(stream, start + 2));

        var told = told(at(start + 1), ALL);

        assertThat(told.getFirst()).isInstanceOf(FeedItem.Gap.class);
        assertThat(positionOf(told.getFirst())).isEqualTo(start + RING + 10);
        assertThat(told.get(1)).isInstanceOf(FeedItem.Checkpoint.class);
        assertThat(told).hasSize(2);
    }

    @Test
    void whoHasAllThatWasRemovedMissesNothing() throws SQLException {
        happenings.happen(5, new Latencies());
        execute("delete from event where stream_no = %d and n <= %d".formatted(stream, start + 2));
        execute("update stream set kept_after = %d where no = %d".formatted(start + 2, stream));

        assertThat(numbers(told(at(start + 2), ALL))).isEqualTo(following(start + 2, 3));
        assertThat(told(at(start + 1), ALL).getFirst()).isInstanceOf(FeedItem.Gap.class);
    }

    @Test
    void tellsWhatHappensBetweenTheReplayAndTheFirstWait() throws SQLException {
        happenings.happen(20, new Latencies());
        var written = new AtomicInteger();

        var told = Awaited.the(feed.after(at(start), ALL)
                .doOnNext(item -> {
                    if (item instanceof FeedItem.Checkpoint && written.getAndIncrement() == 0) {
                        happen(5);
                    }
                })
                .filter(FeedItem.Happened.class::isInstance)
                .take(25)
                .collectList());

        assertThat(numbers(told)).isEqualTo(following(start, 25));
    }

    private List<FeedItem> told(@Nullable String cursor, Sight sight) {
        return Awaited.the(feed.after(cursor, sight)
                .takeUntil(FeedItem.Checkpoint.class::isInstance)
                .collectList());
    }

    private String at(long n) {
        return new EventCursor(Map.of(stream, new Position(number("epoch"), n))).seal(seal);
    }

    private long positionOf(FeedItem item) {
        var position = EventCursor.open(item.cursor(), seal).positions().get(stream);
        assertThat(position).isNotNull();
        return position.n();
    }

    private static List<Long> numbers(List<FeedItem> told) {
        return told.stream()
                .filter(FeedItem.Happened.class::isInstance)
                .map(item -> ((FeedItem.Happened) item).event().n())
                .toList();
    }

    private static List<Long> following(long after, int count) {
        return LongStream.rangeClosed(after + 1, after + count).boxed().toList();
    }

    private void happen(int count) {
        try {
            happenings.happen(count, new Latencies());
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private int number(String column) {
        return (int) Tables.number(
                graph.database(),
                "select " + column + " from stream where starts_with('" + Town.EAST_YARD.key() + "', grid_key)");
    }

    private void execute(String sql) {
        TestPostgres.execute(graph.database(), sql);
    }
}
