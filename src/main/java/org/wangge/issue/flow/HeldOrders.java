package org.wangge.issue.flow;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.feed.Event;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// Whose work orders an event concerns. It is read once for all who listen on this node, however many
/// they are, and after the event: an order taken from somebody before is not theirs any more.
@Component
class HeldOrders {
    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int MOST = 1_000;

    private final DatabaseClient database;
    private final AsyncCache<Event, List<HeldOrder>> read =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).buildAsync();

    HeldOrders(DatabaseClient database) {
        this.database = database;
    }

    /// @param holders who is told of it: whoever it is for, whoever signed it, and the members of its department
    ///     until one of them has
    private record HeldOrder(WorkOrder order, Set<UUID> holders) {}

    /// Those of a member that were in hand when it happened, or ended with it.
    Mono<List<WorkOrder>> concernedBy(Event event, UUID member) {
        return Mono.fromFuture(() -> read.get(event, (key, _) -> of(key).toFuture()), true)
                .map(all -> all.stream()
                        .filter(held -> held.holders().contains(member))
                        .map(HeldOrder::order)
                        .toList());
    }

    private Mono<List<HeldOrder>> of(Event event) {
        return database.sql("""
                        select o.*,
                               array(
                                 select m.id
                                 from member m
                                 where m.id = o.member_id or m.id = o.signed_by
                                    or m.department_id = o.department_id
                                       and (o.signed_by is null or o.signed_at >= :at)) as holders
                        from work_order o
                        where o.issue_id = :issue
                          and o.dispatched_at <= :at
                          and (o.ended_at is null or o.ended_at >= :at or o.ruled_at = :at)
                        order by o.round, o.seq""")
                .bind("issue", event.subject())
                .bind("at", event.at())
                .map(row -> new HeldOrder(WorkOrders.row(row), Set.of(Rows.get(row, "holders", UUID[].class))))
                .all()
                .collectList();
    }
}
