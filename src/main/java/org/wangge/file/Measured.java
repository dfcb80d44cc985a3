package org.wangge.file;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Counts what comes. Of what is too long the rest is read and dropped, up to as much again, since
/// few clients read an answer while they are still sending.
final class Measured {
    private static final int BYTES_OF_A_MEGABYTE = 1 << 20;

    private final AtomicLong count = new AtomicLong();
    private final long announced;
    private final long most;

    private Measured(long announced, long most) {
        this.announced = announced;
        this.most = most;
    }

    /// The body, which must have as many bytes as were announced.
    ///
    /// @throws Fault FILE_TOO_LARGE, FILE_DIFFERS at its end
    static Flux<DataBuffer> body(Flux<DataBuffer> body, long announced, long most) {
        return Flux.defer(() -> new Measured(announced, most).measured(body));
    }

    private Flux<DataBuffer> measured(Flux<DataBuffer> body) {
        return body.<DataBuffer>handle((buffer, sink) -> {
                    var total = count.addAndGet(buffer.readableByteCount());
                    if (total <= announced) {
                        sink.next(buffer);
                        return;
                    }
                    DataBufferUtils.release(buffer);
                    if (total > 2 * most) {
                        sink.error(tooLarge());
                    }
                })
                .concatWith(Mono.defer(this::verdict));
    }

    private Mono<DataBuffer> verdict() {
        if (count.get() > most) {
            return Mono.error(tooLarge());
        }
        return count.get() == announced ? Mono.empty() : Mono.error(new Fault(FaultCode.FILE_DIFFERS, "size"));
    }

    private Fault tooLarge() {
        return new Fault(FaultCode.FILE_TOO_LARGE, most / BYTES_OF_A_MEGABYTE);
    }
}
