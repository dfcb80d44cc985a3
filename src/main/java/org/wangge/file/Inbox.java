package org.wangge.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.wangge.file.store.StoreSettings;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Where uploads arrive: each in a folder of its own, which is gone when the upload ended, however
/// it ended. What a killed process left is swept.
@Component
class Inbox {
    private static final String SENT = "sent";

    private final Path folder;

    Inbox(StoreSettings settings) {
        this.folder = settings.folder().toAbsolutePath().resolve("incoming");
    }

    Mono<Path> open() {
        return waiting(() -> {
            Files.createDirectories(folder);
            return Files.createTempDirectory(folder, "upload-");
        });
    }

    Mono<Void> clear(Path place) {
        return waiting(() -> FileSystemUtils.deleteRecursively(place)).then();
    }

    /// Writes what comes as it comes; the file, when all is there.
    Mono<Path> receive(Flux<DataBuffer> body, Path place) {
        var sent = place.resolve(SENT);
        return DataBufferUtils.write(body, sent).thenReturn(sent);
    }

    Mono<Void> sweep(Instant before) {
        return waiting(() -> {
                    if (Files.isDirectory(folder)) {
                        removeOlder(before);
                    }
                    return folder;
                })
                .then();
    }

    private void removeOlder(Instant before) throws IOException {
        try (var left = Files.newDirectoryStream(folder)) {
            for (var place : left) {
                if (Files.getLastModifiedTime(place).toInstant().isBefore(before)) {
                    FileSystemUtils.deleteRecursively(place);
                }
            }
        }
    }

    private static <T> Mono<T> waiting(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
