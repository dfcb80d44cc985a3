package org.wangge.meeting.resolution;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.personnel.MemberId;
import org.wangge.resident.ResidentId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What people have against resolutions, in the database; each once.
@Component
class Objections {
    private final DatabaseClient database;

    Objections(DatabaseClient database) {
        this.database = database;
    }

    /// False when they objected before.
    Mono<Boolean> insert(ResolutionId id, String text, Viewer viewer, Instant at) {
        return database.sql("""
                        insert into resolution_objection (resolution_id, actor, member_id, resident_id, text, at)
                        values (:resolution, :actor, :member, :resident, :text, :at)
                        on conflict (resolution_id, actor) do nothing""")
                .bind("resolution", id.value())
                .bind("actor", viewer.actor())
                .bind("member", Rows.orNull(viewer.memberId(), UUID.class))
                .bind("resident", Rows.orNull(viewer.residentId(), UUID.class))
                .bind("text", text)
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// False when there is none, or it was answered.
    Mono<Boolean> answer(AnswerObjectionInput input, Instant at) {
        return database.sql("""
                        update resolution_objection
                        set is_upheld = :isUpheld, answer = :answer, answered_at = :at
                        where id = :id and resolution_id = :resolution and answered_at is null""")
                .bind("isUpheld", input.isUpheld())
                .bind("answer", input.answer().strip())
                .bind("at", at)
                .bind("id", input.objectionId().value())
                .bind("resolution", input.resolutionId().value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// How many nobody answered.
    Mono<Integer> open(ResolutionId id) {
        return database.sql("""
                        select count(*)::int as open
                        from resolution_objection
                        where resolution_id = :resolution and answered_at is null""")
                .bind("resolution", id.value())
                .map(row -> Rows.number(row, "open"))
                .one();
    }

    Flux<Objection> of(Collection<UUID> resolutions) {
        return database.sql("""
                        select id, resolution_id, member_id, resident_id, text, at, is_upheld, answer, answered_at
                        from resolution_objection
                        where resolution_id = any(:resolutions)
                        order by resolution_id, at, id""")
                .bind("resolutions", Batch.ids(resolutions))
                .map(Objections::row)
                .all();
    }

    private static Objection row(Readable row) {
        return new Objection(
                new ObjectionId(Rows.uuid(row, "id")),
                new ResolutionId(Rows.uuid(row, "resolution_id")),
                Rows.mapped(row, "member_id", UUID.class, MemberId::new),
                Rows.mapped(row, "resident_id", UUID.class, ResidentId::new),
                Rows.text(row, "text"),
                Rows.get(row, "at", Instant.class),
                row.get("is_upheld", Boolean.class),
                row.get("answer", String.class),
                row.get("answered_at", Instant.class));
    }
}
