package org.wangge.file;

import java.nio.file.Path;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.wangge.file.content.Content;
import org.wangge.file.content.Inspection;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// The threads that look into files: two, since a picture takes some hundred megabytes while it is
/// decoded. Others wait, and when too many wait, more are sent away.
@Component
class Decoders implements DisposableBean {
    private static final int AT_ONCE = 2;
    private static final int WAITING = 50;

    private final Scheduler threads = Schedulers.newBoundedElastic(AT_ONCE, WAITING, "files");

    Mono<Content> inspect(Path sent) {
        return Mono.fromCallable(() -> Inspection.of(sent))
                .subscribeOn(threads)
                .onErrorMap(RejectedExecutionException.class, busy -> new Fault(FaultCode.UNAVAILABLE));
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}
