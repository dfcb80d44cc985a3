package org.wangge.access.account;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.wangge.access.PasswordHash;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Hashes and checks passwords on two threads of its own: a flood of sign-ins queues up here and
/// is turned away, and leaves the rest of the server its processors.
@Component
public class Passwords implements DisposableBean {
    private static final int THREADS = 2;
    private static final int WAITING = 32;

    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, WAITING, "passwords");
    private final PasswordHash.Cost cost;
    private final String nobodys;

    Passwords(
            @Value("${wangge.access.password-memory:19456}") int memory,
            @Value("${wangge.access.password-passes:2}") int passes) {
        this.cost = new PasswordHash.Cost(memory, passes);
        this.nobodys = PasswordHash.of(UUID.randomUUID().toString(), cost);
    }

    /// @throws Fault UNAVAILABLE when too many wait already
    public Mono<String> hash(String password) {
        return later(() -> PasswordHash.of(password, cost));
    }

    /// Whether the password fits; without a hash it does not, and that takes as long.
    ///
    /// @throws Fault UNAVAILABLE when too many wait already
    Mono<Boolean> match(String password, @Nullable String phc) {
        return later(() -> PasswordHash.matches(password, phc == null ? nobodys : phc) && phc != null);
    }

    private <T> Mono<T> later(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(scheduler)
                .onErrorMap(RejectedExecutionException.class, full -> new Fault(FaultCode.UNAVAILABLE));
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
