package org.wangge.meeting.session;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.meeting.topic.TopicId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What meetings are about (议程), in the database.
@Component
class Agenda {
    private final DatabaseClient database;

    Agenda(DatabaseClient database) {
        this.database = database;
    }

    /// Takes the place of what was there.
    Mono<Void> set(UUID meeting, List<TopicId> topics) {
        return database.sql("delete from meeting_topic where meeting_id = :meeting")
                .bind("meeting", meeting)
                .then()
                .then(Mono.defer(() -> insert(meeting, topics)));
    }

    private Mono<Void> insert(UUID meeting, List<TopicId> topics) {
        return database.sql("""
                        insert into meeting_topic (meeting_id, topic_id, position)
                        select :meeting, topic.id, topic.position
                        from unnest(:topics::uuid[]) with ordinality as topic (id, position)""")
                .bind("meeting", meeting)
                .bind("topics", topics.stream().map(TopicId::value).toArray(UUID[]::new))
                .then();
    }

    Flux<AgendaItem> of(Collection<UUID> meetings) {
        return database.sql("""
                        select meeting_id, topic_id, position, consensus, discussed_at
                        from meeting_topic
                        where meeting_id = any(:meetings)
                        order by meeting_id, position""")
                .bind("meetings", Batch.ids(meetings))
                .map(Agenda::row)
                .all();
    }

    /// Topic, then meeting, in the order in which they take place.
    Flux<Map.Entry<UUID, UUID>> meetings(Collection<UUID> topics) {
        return database.sql("""
                        select x.topic_id, x.meeting_id
                        from meeting_topic x join meeting m on m.id = x.meeting_id
                        where x.topic_id = any(:topics)
                        order by m.starts_at, m.id""")
                .bind("topics", Batch.ids(topics))
                .map(row -> Map.entry(Rows.uuid(row, "topic_id"), Rows.uuid(row, "meeting_id")))
                .all();
    }

    /// False when the topic does not stand on it.
    Mono<Boolean> discuss(MeetingId meeting, TopicId topic, String consensus, Instant at) {
        return database.sql("""
                        update meeting_topic
                        set consensus = :consensus, discussed_at = :at
                        where meeting_id = :meeting and topic_id = :topic""")
                .bind("consensus", consensus)
                .bind("at", at)
                .bind("meeting", meeting.value())
                .bind("topic", topic.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static AgendaItem row(Readable row) {
        return new AgendaItem(
                new MeetingId(Rows.uuid(row, "meeting_id")),
                new TopicId(Rows.uuid(row, "topic_id")),
                Rows.number(row, "position"),
                row.get("consensus", String.class),
                row.get("discussed_at", Instant.class));
    }
}
