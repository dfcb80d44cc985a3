package org.wangge.file;

import java.time.Instant;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.file.content.Content;
import org.wangge.file.content.FileKind;
import org.wangge.file.store.FileStore;
import org.wangge.graphql.Rows;
import org.wangge.grid.CoordinateSystem;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Files with their rows: both there, or both gone. A row is written after its file and removed
/// before it, so that a crash in between leaves at most a file that nobody knows.
@Component
class Shelf {
    private static final int MOST_AT_ONCE = 500;
    private static final long MOST_OF_A_THUMBNAIL = 1 << 20;

    private final DatabaseClient database;
    private final FileStore store;

    Shelf(DatabaseClient database, FileStore store) {
        this.database = database;
        this.store = store;
    }

    private record Gone(UUID storageKey, boolean hasThumbnail) {}

    /// @throws Fault TICKET_USED when another upload with the ticket was done meanwhile
    Mono<Attachment> keep(Attachment attachment, UploadTicket ticket, Content content) {
        return put(attachment, content)
                .then(insert(attachment, ticket, content))
                .filter(inserted -> inserted)
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.TICKET_USED)))
                .onErrorResume(failure -> remove(attachment.storageKey(), attachment.hasThumbnail())
                        .onErrorComplete()
                        .then(Mono.error(failure)))
                .thenReturn(attachment);
    }

    Flux<DataBuffer> read(Attachment attachment, long from, long count) {
        return store.read(name(attachment.storageKey()), from, count);
    }

    Flux<DataBuffer> readThumbnail(Attachment attachment) {
        return store.read(thumbnail(attachment.storageKey()), 0, MOST_OF_A_THUMBNAIL);
    }

    /// Removes what nothing has claimed; how many there were.
    Mono<Integer> sweep(Instant before) {
        return database.sql("""
                        delete from attachment
                        where id in (
                          select id from attachment
                          where subject is null and uploaded_at < :before
                          order by uploaded_at
                          limit :most
                          for update skip locked)
                        returning storage_key, has_thumbnail""")
                .bind("before", before)
                .bind("most", MOST_AT_ONCE)
                .map(row -> new Gone(Rows.uuid(row, "storage_key"), Rows.get(row, "has_thumbnail", Boolean.class)))
                .all()
                .collectList()
                .flatMap(gone -> Flux.fromIterable(gone)
                        .concatMap(one -> remove(one.storageKey(), one.hasThumbnail()))
                        .then(Mono.just(gone.size())));
    }

    private Mono<Void> put(Attachment attachment, Content content) {
        var whole = store.put(
                name(attachment.storageKey()), content.kept(), content.kind().mediaType());
        var small = content.thumbnail();
        return small == null
                ? whole
                : whole.then(store.put(thumbnail(attachment.storageKey()), small, FileKind.JPEG.mediaType()));
    }

    private Mono<Void> remove(UUID storageKey, boolean hasThumbnail) {
        var whole = store.remove(name(storageKey));
        return hasThumbnail ? whole.then(store.remove(thumbnail(storageKey))) : whole;
    }

    private Mono<Boolean> insert(Attachment attachment, UploadTicket ticket, Content content) {
        var point = attachment.point() == null ? null : attachment.point().in(CoordinateSystem.CGCS2000);
        return database.sql("""
                        with used as (
                          update upload_ticket set used_at = :now
                          where id = :id and used_at is null
                          returning id, owner
                        )
                        insert into attachment (id, owner, name, media_type, size, sha256, sent_sha256, storage_key,
                                                has_thumbnail, taken_at, location, uploaded_at)
                        select id, owner, :name, :mediaType, :size, :hash, :sentHash, :storageKey, :hasThumbnail, :takenAt,
                               point(:longitude, :latitude), :now
                        from used""")
                .bind("id", ticket.attachmentId().value())
                .bind("now", attachment.uploadedAt())
                .bind("name", attachment.name())
                .bind("mediaType", attachment.mediaType())
                .bind("size", attachment.size())
                .bind("hash", content.hash())
                .bind("sentHash", content.sentHash())
                .bind("storageKey", attachment.storageKey())
                .bind("hasThumbnail", attachment.hasThumbnail())
                .bind("takenAt", Rows.orNull(attachment.takenAt(), Instant.class))
                .bind("longitude", Rows.orNull(point == null ? null : point.longitude(), Double.class))
                .bind("latitude", Rows.orNull(point == null ? null : point.latitude(), Double.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static String name(UUID storageKey) {
        return storageKey.toString();
    }

    private static String thumbnail(UUID storageKey) {
        return storageKey + "-small";
    }
}
