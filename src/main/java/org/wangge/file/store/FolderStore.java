package org.wangge.file.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Files in a folder, each in one of 256 below it. A file is made beside its place and moved there,
/// so that half a file never bears a name.
final class FolderStore implements FileStore {
    private static final int BLOCK = 1 << 16;

    private final Path root;

    FolderStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public Mono<Void> put(String name, Path file, String mediaType) {
        return waiting(() -> {
            var place = place(name);
            Files.createDirectories(place.getParent());
            var made = place.resolveSibling(place.getFileName() + ".making");
            Files.copy(file, made, StandardCopyOption.REPLACE_EXISTING);
            return Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
        });
    }

    @Override
    public Flux<DataBuffer> read(String name, long from, long count) {
        return DataBufferUtils.takeUntilByteCount(
                DataBufferUtils.read(
                        new FileSystemResource(place(name)), from, DefaultDataBufferFactory.sharedInstance, BLOCK),
                count);
    }

    @Override
    public Mono<Void> remove(String name) {
        return waiting(() -> Files.deleteIfExists(place(name)));
    }

    private Path place(String name) {
        var place = root.resolve(name.substring(0, 2)).resolve(name).normalize();
        if (!place.startsWith(root)) {
            throw new IllegalArgumentException("a name that leads out of the folder");
        }
        return place;
    }

    private static Mono<Void> waiting(Callable<?> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic()).then();
    }
}
