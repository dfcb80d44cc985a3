package org.wangge.file;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Limits;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.graphql.Batch;
import org.wangge.grid.CoordinateSystem;
import org.wangge.grid.Point;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Files in the graph: tickets to upload with, and what is told of a file.
@Controller
class FileController {
    private final UploadService service;
    private final Tickets tickets;
    private final Copies copies;
    private final Links links;
    private final Limits limits;

    FileController(UploadService service, Tickets tickets, Copies copies, Links links, Limits limits) {
        this.service = service;
        this.tickets = tickets;
        this.copies = copies;
        this.links = links;
        this.limits = limits;
    }

    @MutationMapping
    Mono<UploadPayload> requestUpload(
            @Argument RequestUploadInput input, @ContextValue Viewer viewer, @ContextValue String address) {
        limits.pass(Limits.Act.UPLOAD, viewer, address);
        return Mono.defer(() -> service.request(input, viewer))
                .flatMap(this::given)
                .onErrorResume(Refused.class, refused -> Mono.just(UploadPayload.refused(refused.refusal())));
    }

    @SchemaMapping
    String url(Attachment attachment) {
        return links.to(attachment, Links.Part.WHOLE);
    }

    @SchemaMapping
    @Nullable
    String thumbnailUrl(Attachment attachment) {
        return attachment.hasThumbnail() ? links.to(attachment, Links.Part.THUMBNAIL) : null;
    }

    @SchemaMapping
    @Nullable
    Point location(Attachment attachment, @Argument CoordinateSystem system) {
        return attachment.point() == null ? null : attachment.point().in(system);
    }

    /// Told to staff alone: others could try out which pictures are known.
    @BatchMapping
    Mono<Map<Attachment, Boolean>> isDuplicate(List<Attachment> attachments, @ContextValue Viewer viewer) {
        if (viewer.scope(Right.ISSUES).subtrees().isEmpty()) {
            return Mono.just(Map.of());
        }
        return copies.among(attachments)
                .map(HashSet::new)
                .map(copied -> Batch.values(
                        attachments,
                        attachment -> copied.contains(attachment.id().value())));
    }

    private Mono<UploadPayload> given(Outcome outcome) {
        return tickets.find(outcome.subject())
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.TICKET_EXPIRED)))
                .map(ticket -> new UploadPayload(shown(ticket), null, outcome.replayed()));
    }

    private UploadPayload.Ticket shown(UploadTicket ticket) {
        var token = tickets.token(ticket);
        var url = links.upload(token);
        return new UploadPayload.Ticket(
                ticket.attachmentId(), url, "PUT", url, Reception.FIELD, token, ticket.expiresAt(), ticket.size());
    }
}
