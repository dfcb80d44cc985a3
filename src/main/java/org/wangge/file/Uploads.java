package org.wangge.file;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import org.wangge.file.content.Content;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Takes files: receives, inspects and keeps each, or leaves nothing of it.
@Component
class Uploads {
    private final Tickets tickets;
    private final Inbox inbox;
    private final Decoders decoders;
    private final Shelf shelf;
    private final FileSettings settings;

    Uploads(Tickets tickets, Inbox inbox, Decoders decoders, Shelf shelf, FileSettings settings) {
        this.tickets = tickets;
        this.inbox = inbox;
        this.decoders = decoders;
        this.shelf = shelf;
        this.settings = settings;
    }

    /// @throws Fault that says what is wrong with the ticket or the file
    Mono<Attachment> take(String token, Flux<DataBuffer> body) {
        return tickets.open(token)
                .flatMap(ticket -> Mono.usingWhen(
                        inbox.open(),
                        place -> inbox.receive(measured(body, ticket), place)
                                .timeout(settings.patience())
                                .onErrorMap(TimeoutException.class, slow -> new Fault(FaultCode.TIMEOUT))
                                .flatMap(decoders::inspect)
                                .flatMap(content -> keep(ticket, content)),
                        inbox::clear));
    }

    private Flux<DataBuffer> measured(Flux<DataBuffer> body, UploadTicket ticket) {
        return Measured.body(body, ticket.size(), settings.most().toBytes());
    }

    private Mono<Attachment> keep(UploadTicket ticket, Content content) {
        var hash = ticket.hash();
        if (hash != null && !MessageDigest.isEqual(hash, content.sentHash())) {
            return Mono.error(new Fault(FaultCode.FILE_DIFFERS, "sha256"));
        }
        return shelf.keep(attachment(ticket, content, tickets.now()), ticket, content);
    }

    private static Attachment attachment(UploadTicket ticket, Content content, Instant now) {
        return new Attachment(
                ticket.attachmentId(),
                FileName.of(ticket.name(), content.kind()),
                content.kind(),
                content.size(),
                HexFormat.of().formatHex(content.hash()),
                UUID.randomUUID(),
                content.thumbnail() != null,
                content.takenAt(),
                content.point(),
                now,
                null);
    }
}
