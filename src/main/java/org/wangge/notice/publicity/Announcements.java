package org.wangge.notice.publicity;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How far the word of published notices has gone round, in the database.
@Component
class Announcements {
    private static final String COLUMNS = "n.id, n.grid_key, n.title, n.announced_after";

    private final DatabaseClient database;

    Announcements(DatabaseClient database) {
        this.database = database;
    }

    /// A notice of which not everybody with an account was sent word.
    ///
    /// @param after the last who was
    record Pending(
            UUID noticeId,
            GridKey gridKey,
            String title,
            @Nullable UUID after) {}

    /// Somebody in the audience who has an account.
    record Listener(UUID person, UUID accountId) {}

    /// The one that was published first; empty when all went round.
    Mono<Pending> next() {
        return database.sql("select " + COLUMNS + """

                        from policy_notice n
                        where n.status = 'PUBLISHED' and n.announced_at is null
                        order by n.published_at
                        limit 1""")
                .map(Announcements::pending)
                .one();
    }

    /// The same, locked, if it still stands there.
    Mono<Pending> lock(Pending pending) {
        return database.sql("select " + COLUMNS + """

                        from policy_notice n
                        where n.id = :id and n.status = 'PUBLISHED' and n.announced_at is null
                          and n.announced_after is not distinct from :after
                        for no key update of n""")
                .bind("id", pending.noticeId())
                .bind("after", Rows.orNull(pending.after(), UUID.class))
                .map(Announcements::pending)
                .one();
    }

    /// The next who have an account, in the order of their ids. Each is looked up by an index, whatever is known of
    /// how many have one: an audience is as large as a subdistrict a moment after nobody was in it.
    Flux<Listener> listeners(Pending pending, int most) {
        return database.sql("""
                        select a.person, o.id as account_id
                        from policy_addressee a
                        cross join lateral (
                          select r.id from account r where r.resident_id = a.person and r.disabled_at is null
                          union all
                          select m.id from account m where m.member_id = a.person and m.disabled_at is null
                        ) as o
                        where a.notice_id = :notice
                          and a.person > coalesce(:after::uuid, '00000000-0000-0000-0000-000000000000'::uuid)
                        order by a.person
                        limit :most""")
                .bind("notice", pending.noticeId())
                .bind("after", Rows.orNull(pending.after(), UUID.class))
                .bind("most", most)
                .map(row -> new Listener(Rows.uuid(row, "person"), Rows.uuid(row, "account_id")))
                .all();
    }

    /// These were sent word; they are the last when it is over.
    Mono<Long> advance(Pending pending, List<Listener> sent, boolean isOver, Instant now) {
        var last = sent.isEmpty() ? pending.after() : sent.getLast().person();
        return database.sql("""
                        update policy_notice
                        set announced_after = :after, announced_at = case when :over then :now::timestamptz end
                        where id = :id""")
                .bind("after", Rows.orNull(last, UUID.class))
                .bind("over", isOver)
                .bind("now", now)
                .bind("id", pending.noticeId())
                .fetch()
                .rowsUpdated();
    }

    private static Pending pending(Readable row) {
        return new Pending(
                Rows.uuid(row, "id"),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.text(row, "title"),
                row.get("announced_after", UUID.class));
    }
}
