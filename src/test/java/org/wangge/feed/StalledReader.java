package org.wangge.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wangge.town.Town;
import org.wangge.town.TownGrid;

/// Somebody who takes a few items of a feed, by a socket or by an event stream, and then reads no more but
/// does not go away.
final class StalledReader {
    /// So much at each event that what lies between the two sides is soon full.
    private static final String MUCH = """
            subscription($filter: IssueEventFilter, $after: EventCursor) { issueEvents(filter: $filter, after: $after) {
              kind: __typename cursor ... on IssueEvent { issueId issue { %s } } } }""".formatted(IntStream.range(0, 20)
            .mapToObj(copy -> "d" + copy + ": description")
            .collect(Collectors.joining(" ")));

    private static final String LITTLE = """
            subscription($filter: IssueEventFilter, $after: EventCursor) { issueEvents(filter: $filter, after: $after) {
              kind: __typename cursor ... on IssueEvent { issueId } } }""";

    private final String url;
    private final String token;
    private final boolean isBySocket;
    private String cursor;
    private int taken;
    private @Nullable Runnable leave;

    /// @param start a position before which nothing is told
    StalledReader(String url, String token, boolean isBySocket, String start) {
        this.url = url;
        this.token = token;
        this.isBySocket = isBySocket;
        this.cursor = start;
    }

    /// How many events were taken.
    int taken() {
        return taken;
    }

    /// Goes on where it was, takes so many items of all that happens, and then nothing more.
    void come(int items) {
        var feed = open(MUCH, Town.STREET);
        for (int i = 0; i < items; i++) {
            taken += take(feed) == null ? 0 : 1;
        }
    }

    /// Goes on where it was and hears of so many events of a place; of which issues.
    List<String> comeBack(TownGrid place, int events) {
        var feed = open(LITTLE, place);
        var heard = new ArrayList<String>();
        while (heard.size() < events) {
            var issue = take(feed);
            if (issue != null) {
                heard.add(issue);
            }
        }
        leave();
        return heard;
    }

    void leave() {
        Objects.requireNonNull(leave).run();
    }

    private Supplier<Map<String, Object>> open(String document, TownGrid place) {
        var variables = Map.of("filter", Map.of("within", place.id()), "after", cursor);
        if (isBySocket) {
            var socket = new ReluctantSocket(url, token, document, variables);
            leave = socket::abort;
            return socket::nextItem;
        }
        var stream = new Stream(url, token, document, variables);
        leave = stream::abort;
        return stream::nextItem;
    }

    /// The issue of the next item, if it is of one; a gap would be a loss.
    private @Nullable String take(Supplier<Map<String, Object>> feed) {
        var item = feed.get();
        if ("FeedGap".equals(item.get("kind"))) {
            throw new AssertionError("a gap, though all events are kept");
        }
        cursor = String.valueOf(item.get("cursor"));
        return item.get("issueId") instanceof String issue ? issue : null;
    }
}
