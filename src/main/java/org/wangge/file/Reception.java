package org.wangge.file;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Uploads over HTTP: the bare file, or the part `file` of a form, which is all that `wx.uploadFile`
/// can send. Either way it goes to disk as it comes.
@Component
class Reception {
    static final String FIELD = "file";

    private final Uploads uploads;

    Reception(Uploads uploads) {
        this.uploads = uploads;
    }

    Mono<ServerResponse> take(ServerRequest request) {
        return uploads.take(request.pathVariable("token"), body(request))
                .flatMap(Reception::receipt)
                .onErrorResume(failure -> FileFaults.answer(failure, request));
    }

    private static Flux<DataBuffer> body(ServerRequest request) {
        var type = request.headers().contentType().orElse(MediaType.APPLICATION_OCTET_STREAM);
        return MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)
                ? request.bodyToFlux(PartEvent.class).concatMap(Reception::ofTheFile)
                : request.body(BodyExtractors.toDataBuffers());
    }

    private static Mono<DataBuffer> ofTheFile(PartEvent event) {
        if (event instanceof FilePartEvent && event.name().equals(FIELD)) {
            return Mono.just(event.content());
        }
        DataBufferUtils.release(event.content());
        return Mono.empty();
    }

    private static Mono<ServerResponse> receipt(Attachment attachment) {
        Map<String, @Nullable Object> receipt = new LinkedHashMap<>();
        receipt.put("attachmentId", attachment.id().toString());
        receipt.put("name", attachment.name());
        receipt.put("mediaType", attachment.mediaType());
        receipt.put("size", attachment.size());
        receipt.put("sha256", attachment.sha256());
        receipt.put(
                "takenAt",
                attachment.takenAt() == null ? null : attachment.takenAt().toString());
        return ServerResponse.status(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(receipt);
    }
}
