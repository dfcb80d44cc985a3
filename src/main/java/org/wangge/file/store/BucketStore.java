package org.wangge.file.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Files as objects of a bucket, with any store that speaks S3. Three requests are all we need of it,
/// so they are signed here, and no kit of the maker comes along with an HTTP stack of its own.
final class BucketStore implements FileStore {
    private static final String NO_BODY = Signature.sha256(new byte[0]);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BLOCK = 1 << 16;

    private final WebClient client;
    private final StoreSettings.Bucket bucket;
    private final Signature signature;
    private final Clock clock;

    BucketStore(StoreSettings.Bucket bucket, Clock clock) {
        this.client = WebClient.create();
        this.bucket = bucket;
        this.signature = new Signature(bucket.accessKey(), bucket.secretKey(), bucket.region());
        this.clock = clock;
    }

    @Override
    public Mono<Void> put(String name, Path file, String mediaType) {
        return Mono.fromCallable(() -> hash(file))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(hash -> request(HttpMethod.PUT, name, hash, Map.of("content-type", mediaType))
                        .body(BodyInserters.fromResource(new FileSystemResource(file)))
                        .exchangeToMono(BucketStore::done))
                .timeout(PATIENCE);
    }

    @Override
    public Flux<DataBuffer> read(String name, long from, long count) {
        return request(HttpMethod.GET, name, NO_BODY, Map.of("range", "bytes=" + from + '-' + (from + count - 1)))
                .exchangeToFlux(response -> response.statusCode().is2xxSuccessful()
                        ? response.bodyToFlux(DataBuffer.class)
                        : failed(response).flux().cast(DataBuffer.class))
                .timeout(PATIENCE);
    }

    @Override
    public Mono<Void> remove(String name) {
        return request(HttpMethod.DELETE, name, NO_BODY, Map.of())
                .exchangeToMono(response ->
                        response.statusCode().value() == 404 ? response.releaseBody() : BucketStore.done(response))
                .timeout(PATIENCE);
    }

    private WebClient.RequestBodySpec request(
            HttpMethod method, String name, String contentHash, Map<String, String> headers) {
        var uri = URI.create(bucket.endpoint() + '/' + bucket.bucket() + '/' + bucket.prefix() + name);
        var signed = signature.headers(method.name(), uri, contentHash, headers, clock.instant());
        return client.method(method).uri(uri).headers(all -> signed.forEach(all::set));
    }

    private static Mono<Void> done(ClientResponse response) {
        return response.statusCode().is2xxSuccessful()
                ? response.releaseBody()
                : failed(response).then();
    }

    /// The answer of the store may hold keys and names: only its status is told.
    private static Mono<Void> failed(ClientResponse response) {
        return response.releaseBody()
                .then(Mono.error(() -> new IOException("the object store answered " + response.statusCode())));
    }

    private static String hash(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var block = new byte[BLOCK];
            for (var read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
