package org.wangge.file;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.wangge.file.content.FileKind;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Downloads over HTTP, to whoever has a link: whole, in part, or not again when it was loaded
/// before. Nothing that is sent is ever run: browsers are told to take it as what we say it is.
@Component
class Delivery {
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Attachments attachments;
    private final Links links;
    private final Shelf shelf;

    Delivery(Attachments attachments, Links links, Shelf shelf) {
        this.attachments = attachments;
        this.links = links;
        this.shelf = shelf;
    }

    Mono<ServerResponse> give(ServerRequest request) {
        return Mono.defer(() -> found(request)).onErrorResume(failure -> FileFaults.answer(failure, request));
    }

    private Mono<ServerResponse> found(ServerRequest request) {
        var id = id(request.pathVariable("id"));
        var part = links.open(id, request.queryParam("link").orElse(""));
        return attachments
                .all(List.of(id))
                .next()
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)))
                .flatMap(attachment -> isKnown(request, tag(attachment, part))
                        ? ServerResponse.status(HttpStatus.NOT_MODIFIED)
                                .headers(headers -> describe(headers, attachment, part))
                                .build()
                        : answer(request, attachment, part));
    }

    private static UUID id(String text) {
        try {
            return AttachmentId.of(text).value();
        } catch (Fault noId) {
            throw new Fault(FaultCode.NOT_FOUND);
        }
    }

    private Mono<ServerResponse> answer(ServerRequest request, Attachment attachment, Links.Part part) {
        if (part == Links.Part.THUMBNAIL) {
            return ServerResponse.ok()
                    .headers(headers -> describe(headers, attachment, part))
                    .body(BodyInserters.fromDataBuffers(shelf.readThumbnail(attachment)));
        }
        var ranges = ranges(request, tag(attachment, part));
        return ranges.size() == 1
                ? slice(attachment, ranges.getFirst())
                : ServerResponse.ok()
                        .headers(headers -> describe(headers, attachment, part))
                        .contentLength(attachment.size())
                        .body(BodyInserters.fromDataBuffers(shelf.read(attachment, 0, attachment.size())));
    }

    private Mono<ServerResponse> slice(Attachment attachment, HttpRange range) {
        var from = range.getRangeStart(attachment.size());
        var to = range.getRangeEnd(attachment.size());
        if (from > to) {
            return ServerResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + attachment.size())
                    .build();
        }
        return ServerResponse.status(HttpStatus.PARTIAL_CONTENT)
                .headers(headers -> describe(headers, attachment, Links.Part.WHOLE))
                .header(HttpHeaders.CONTENT_RANGE, "bytes " + from + '-' + to + '/' + attachment.size())
                .contentLength(to - from + 1)
                .body(BodyInserters.fromDataBuffers(shelf.read(attachment, from, to - from + 1)));
    }

    /// A range counts if what the caller has of it is of the same file.
    private static List<HttpRange> ranges(ServerRequest request, String tag) {
        var headers = request.headers().asHttpHeaders();
        var condition = headers.getFirst(HttpHeaders.IF_RANGE);
        try {
            return condition == null || condition.equals(tag) ? headers.getRange() : List.of();
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    private static boolean isKnown(ServerRequest request, String tag) {
        return request.headers().asHttpHeaders().getIfNoneMatch().contains(tag);
    }

    private static String tag(Attachment attachment, Links.Part part) {
        return '"' + attachment.sha256().substring(0, 32) + (part == Links.Part.WHOLE ? "" : "-small") + '"';
    }

    private static void describe(HttpHeaders headers, Attachment attachment, Links.Part part) {
        var kind = part == Links.Part.WHOLE ? attachment.kind() : FileKind.JPEG;
        var disposition = kind.isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment();
        headers.setContentType(MediaType.parseMediaType(kind.mediaType()));
        headers.setContentDisposition(
                disposition.filename(attachment.name(), StandardCharsets.UTF_8).build());
        headers.setETag(tag(attachment, part));
        headers.setCacheControl(CacheControl.maxAge(KEPT).cachePrivate());
        headers.set(HttpHeaders.ACCEPT_RANGES, part == Links.Part.WHOLE ? "bytes" : "none");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.set("Referrer-Policy", "no-referrer");
    }
}
