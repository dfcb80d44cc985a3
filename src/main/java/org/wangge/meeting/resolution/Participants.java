package org.wangge.meeting.resolution;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Flux;

/// Who took part in what was resolved: who brought the topic up, supported it, met about it, or objected.
@Component
class Participants {
    private static final int MOST = 2_000;

    private final DatabaseClient database;

    Participants(DatabaseClient database) {
        this.database = database;
    }

    /// One of them, with the title of the topic.
    record Participant(String actor, String topic) {}

    Flux<Participant> of(Resolution resolution) {
        return database.sql("""
                        select p.actor, t.title
                        from topic t cross join lateral (
                          select t.proposed_by as actor
                          union
                          select 'resident:' || s.resident_id from topic_support s where s.topic_id = t.id
                          union
                          select coalesce('member:' || a.member_id, 'resident:' || a.resident_id)
                          from meeting_topic x join meeting_attendance a on a.meeting_id = x.meeting_id
                          where x.topic_id = t.id
                          union
                          select o.actor from resolution_objection o where o.resolution_id = :resolution
                        ) as p
                        where t.id = :topic
                        order by p.actor
                        limit :most""")
                .bind("resolution", resolution.id().value())
                .bind("topic", resolution.topicId().value())
                .bind("most", MOST)
                .map(row -> new Participant(Rows.text(row, "actor"), Rows.text(row, "title")))
                .all();
    }
}
