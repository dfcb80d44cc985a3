package org.wangge.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.town.Socket;
import org.wangge.town.TownGrid;

/// Listens to the issues of a grid, by a socket or by an event stream, loses its connection every now and
/// then, and goes on after its last cursor on whichever node answers, until it has heard as many as there are.
final class RestlessSubscriber implements Callable<List<String>> {
    private static final String EVENTS = """
            subscription($filter: IssueEventFilter, $after: EventCursor) {
              issueEvents(filter: $filter, after: $after) { cursor ... on IssueEvent { issueId } }
            }""";
    private static final int LONGEST_STAY = 600;

    private final List<String> urls;
    private final String token;
    private final @Nullable TownGrid place;
    private final int expected;
    private final Random random;
    private final List<String> heard = new ArrayList<>();
    private String cursor;

    RestlessSubscriber(
            List<String> urls, String token, @Nullable TownGrid place, String start, int expected, Random random) {
        this.urls = urls;
        this.token = token;
        this.place = place;
        this.cursor = start;
        this.expected = expected;
        this.random = random;
    }

    @Override
    public List<String> call() {
        while (heard.size() < expected) {
            stay(urls.get(random.nextInt(urls.size())), 1 + random.nextInt(LONGEST_STAY));
        }
        return heard;
    }

    private void stay(String url, int items) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("after", cursor);
        variables.put("filter", place == null ? null : Map.of("within", place.id()));
        if (random.nextBoolean()) {
            var socket = new Socket(url.replace("http:", "ws:"), token).subscribe(EVENTS, variables);
            hear(socket::nextItem, items);
            socket.abort();
        } else {
            var stream = new Stream(url, token, EVENTS, variables);
            hear(stream::nextItem, items);
            stream.abort();
        }
    }

    private void hear(Supplier<Map<String, Object>> connection, int items) {
        for (int i = 0; i < items && heard.size() < expected; i++) {
            var item = connection.get();
            cursor = String.valueOf(item.get("cursor"));
            if (item.get("issueId") instanceof String id) {
                heard.add(id);
            }
        }
    }
}
