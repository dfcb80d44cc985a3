package org.wangge.file;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.file.content.FileKind;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.grid.Point;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The attachments in the database. They know nothing of who may see what they belong to: whoever
/// hands one out has asked that.
@Component
public class Attachments {
    private final DatabaseClient database;

    Attachments(DatabaseClient database) {
        this.database = database;
    }

    /// Makes files belong to a subject from now on, in the caller's transaction: those that the actor
    /// sent and nothing has claimed, and those that belong to it already. In the order given.
    ///
    /// @param path of the list in the input
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, UNKNOWN for each that is not such a file
    public Mono<List<Attachment>> claim(
            Collection<AttachmentId> ids, String actor, UUID subject, Instant now, String path) {
        var wanted = List.copyOf(new LinkedHashSet<>(ids));
        return wanted.isEmpty()
                ? Mono.just(List.of())
                : claimed(wanted, actor, subject, now)
                        .collect(Collectors.toMap(Attachment::id, Function.identity()))
                        .map(found -> inOrder(wanted, found, path));
    }

    /// Those of the ids that exist, in any order.
    public Flux<Attachment> all(Collection<UUID> ids) {
        return database.sql("""
                        select id, name, media_type, size, sha256, storage_key, has_thumbnail, taken_at,
                               location[0] as longitude, location[1] as latitude, uploaded_at, subject
                        from attachment
                        where id = any(:ids)""")
                .bind("ids", Batch.ids(ids))
                .map(Attachments::row)
                .all();
    }

    private Flux<Attachment> claimed(List<AttachmentId> ids, String actor, UUID subject, Instant now) {
        return database.sql("""
                        update attachment
                        set subject = :subject, claimed_at = coalesce(claimed_at, :now)
                        where id = any(:ids)
                          and (subject = :subject or subject is null and owner = :actor)
                        returning id, name, media_type, size, sha256, storage_key, has_thumbnail, taken_at,
                                  location[0] as longitude, location[1] as latitude, uploaded_at, subject""")
                .bind("ids", Batch.ids(ids.stream().map(AttachmentId::value).toList()))
                .bind("actor", actor)
                .bind("subject", subject)
                .bind("now", now)
                .map(Attachments::row)
                .all();
    }

    private static List<Attachment> inOrder(
            List<AttachmentId> wanted, Map<AttachmentId, Attachment> found, String path) {
        var problems = new Problems();
        for (int i = 0; i < wanted.size(); i++) {
            problems.check(found.containsKey(wanted.get(i)), path + '[' + i + ']', ProblemCode.UNKNOWN);
        }
        problems.refuseIfAny();
        return wanted.stream().map(found::get).toList();
    }

    static Attachment row(Readable row) {
        return new Attachment(
                new AttachmentId(Rows.uuid(row, "id")),
                Rows.text(row, "name"),
                FileKind.of(Rows.text(row, "media_type")).orElseThrow(),
                Rows.get(row, "size", Long.class),
                HexFormat.of().formatHex(Rows.get(row, "sha256", byte[].class)),
                Rows.uuid(row, "storage_key"),
                Rows.get(row, "has_thumbnail", Boolean.class),
                row.get("taken_at", Instant.class),
                Point.ofColumns(row.get("longitude", Double.class), row.get("latitude", Double.class)),
                Rows.get(row, "uploaded_at", Instant.class),
                row.get("subject", UUID.class));
    }
}
