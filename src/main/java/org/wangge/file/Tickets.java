package org.wangge.file;

import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Seal;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// The tickets in the database. The token of a ticket is its id under our seal, so that the same
/// request gets the same token again, and nothing of it is kept.
@Component
class Tickets {
    private static final String SEALED_FOR = "upload";
    private static final int UUID_BYTES = 16;

    private final DatabaseClient database;
    private final Seal seal;
    private final Clock clock;

    Tickets(DatabaseClient database, Seal seal, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.clock = clock;
    }

    /// False when the owner has too much lying about that nothing has claimed.
    ///
    /// @param most bytes of it
    Mono<Boolean> insert(UploadTicket ticket, String mediaType, Instant now, Instant since, long most) {
        return database.sql("""
                        insert into upload_ticket (id, owner, name, media_type, size, sha256, made_at, expires_at)
                        select :id, :owner::text, :name, :mediaType, :size::bigint, :hash, :now::timestamptz, :expiresAt
                        where :size::bigint <= :most - (
                          select coalesce(sum(t.size), 0)
                          from upload_ticket t left join attachment a on a.id = t.id
                          where t.owner = :owner::text and t.made_at > :since
                            and (a.id is null and t.expires_at > :now::timestamptz or a.id is not null and a.subject is null))""")
                .bind("id", ticket.attachmentId().value())
                .bind("owner", ticket.owner())
                .bind("name", ticket.name())
                .bind("mediaType", mediaType)
                .bind("size", ticket.size())
                .bind("hash", Rows.orNull(ticket.hash(), byte[].class))
                .bind("now", now)
                .bind("expiresAt", ticket.expiresAt())
                .bind("since", since)
                .bind("most", most)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<UploadTicket> find(UUID id) {
        return database.sql("""
                        select id, owner, name, size, sha256, expires_at, used_at
                        from upload_ticket
                        where id = :id""").bind("id", id).map(Tickets::row).one();
    }

    String token(UploadTicket ticket) {
        var id = ticket.attachmentId().value();
        var bytes = ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return seal.close(bytes.array(), SEALED_FOR);
    }

    /// The ticket of a token, to be used now.
    ///
    /// @throws Fault NOT_FOUND, TICKET_EXPIRED, TICKET_USED
    Mono<UploadTicket> open(String token) {
        var bytes = seal.open(token, SEALED_FOR);
        if (bytes == null || bytes.length != UUID_BYTES) {
            return Mono.error(new Fault(FaultCode.NOT_FOUND));
        }
        var id = ByteBuffer.wrap(bytes);
        return find(new UUID(id.getLong(), id.getLong()))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)))
                .doOnNext(this::refuseOld);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void refuseOld(UploadTicket ticket) {
        if (ticket.usedAt() != null) {
            throw new Fault(FaultCode.TICKET_USED);
        }
        if (!clock.instant().isBefore(ticket.expiresAt())) {
            throw new Fault(FaultCode.TICKET_EXPIRED);
        }
    }

    private static UploadTicket row(Readable row) {
        return new UploadTicket(
                new AttachmentId(Rows.uuid(row, "id")),
                Rows.text(row, "owner"),
                Rows.text(row, "name"),
                Rows.get(row, "size", Long.class),
                row.get("sha256", byte[].class),
                Rows.get(row, "expires_at", Instant.class),
                row.get("used_at", Instant.class));
    }
}
