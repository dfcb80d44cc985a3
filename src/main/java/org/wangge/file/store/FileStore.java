package org.wangge.file.store;

import java.nio.file.Path;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Where the bytes of files lie, under names that we make.
public interface FileStore {
    /// Keeps a copy of the file: whole, or not at all.
    Mono<Void> put(String name, Path file, String mediaType);

    /// `count` bytes from `from` on. An error when there is nothing of that name.
    Flux<DataBuffer> read(String name, long from, long count);

    /// It may be gone already.
    Mono<Void> remove(String name);
}
