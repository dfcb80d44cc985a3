package org.wangge.issue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// The timelines in the database; whoever may see an issue may see its timeline.
@Component
class Timelines {
    private final DatabaseClient database;

    Timelines(DatabaseClient database) {
        this.database = database;
    }

    /// Which entries are asked for: the last so many of an issue.
    record Last(UUID issue, int count) {}

    private record Found(Last last, TimelineEntry entry) {}

    /// The wanted entries of many issues in one statement, each timeline in its order.
    Mono<Map<Last, List<TimelineEntry>>> all(Collection<Last> wanted) {
        return database.sql("""
                        select k.issue_id, k.count, t.seq, t.move, t.round, t.acted_as, t.from_status, t.to_status, t.at, t.device_at, t.note
                        from unnest(:issues::uuid[], :counts::int[]) as k (issue_id, count)
                        cross join lateral (
                          select * from issue_timeline
                          where issue_id = k.issue_id order by seq desc limit k.count
                        ) as t
                        order by t.seq""")
                .bind("issues", wanted.stream().map(Last::issue).toArray(UUID[]::new))
                .bind("counts", wanted.stream().map(Last::count).toArray(Integer[]::new))
                .map(row -> new Found(
                        new Last(Rows.uuid(row, "issue_id"), Rows.number(row, "count")),
                        new TimelineEntry(
                                Rows.number(row, "seq"),
                                Rows.constant(row, "move", Move.class),
                                Rows.number(row, "round"),
                                Rows.constant(row, "acted_as", Party.class),
                                Rows.mapped(row, "from_status", String.class, IssueStatus::valueOf),
                                Rows.constant(row, "to_status", IssueStatus.class),
                                Rows.get(row, "at", Instant.class),
                                row.get("device_at", Instant.class),
                                row.get("note", String.class))))
                .all()
                .collect(groupingBy(Found::last, mapping(Found::entry, toList())))
                .map(found -> complete(wanted, found));
    }

    private static Map<Last, List<TimelineEntry>> complete(
            Collection<Last> wanted, Map<Last, List<TimelineEntry>> found) {
        Map<Last, List<TimelineEntry>> complete = new HashMap<>(found);
        wanted.forEach(last -> complete.putIfAbsent(last, List.of()));
        return complete;
    }
}
