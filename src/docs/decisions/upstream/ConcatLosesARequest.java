//JAVA 25
//DEPS io.projectreactor:reactor-core:3.8.8

// reactor-core 3.8.8: Flux.concat loses a request for more when two come at the same moment.
//
// FluxConcatArray.addCapAndGetSubscription reads `requested`, then the subscription of the source under way, and adds with
// compareAndSet. When `requested` was 0 before the first source began and is 0 again after it has ended (1 asked for, 1
// given), the comparison succeeds, and the request goes to the source that has ended.
//
// Two at once are not somebody's mistake: within concatMap one thread asks for what was missed when a source is set, and
// another for more. reactor-netty writes groups in this way (NettyOutbound.sendGroups), so an event stream whose items
// come from another thread than the connection's stops for ever: seen once in some millions of events.
//
// Expected: both items, however often it is tried.
// Actual: one time in some millions the second never comes.

import java.util.concurrent.atomic.*;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.*;

public class ConcatLosesARequest {
    private static final int PAIRS = 6;
    private static final int SECONDS = 60;
    private static final AtomicLong TRIES = new AtomicLong();
    private static final AtomicLong LOST = new AtomicLong();

    public static void main(String[] args) throws Exception {
        for (int pair = 0; pair < PAIRS; pair++) {
            var handedOver = new AtomicReference<Subscription>();
            Thread.ofPlatform().daemon().start(() -> askForMore(handedOver));
            Thread.ofPlatform().daemon().start(() -> askForOne(handedOver));
        }
        Thread.sleep(SECONDS * 1_000);
        System.out.printf("%,d tries, %d lost%n", TRIES.get(), LOST.get());
        System.exit(LOST.get() == 0 ? 0 : 1);
    }

    private static void askForMore(AtomicReference<Subscription> handedOver) {
        while (true) {
            var subscription = handedOver.get();
            if (subscription == null) {
                Thread.onSpinWait();
            } else {
                subscription.request(86);
                handedOver.set(null);
            }
        }
    }

    private static void askForOne(AtomicReference<Subscription> handedOver) {
        while (true) {
            var both = new Both();
            Flux.concat(Mono.just(1), Mono.just(2)).subscribe(both);
            handedOver.set(both.subscription);
            both.subscription.request(1);
            while (handedOver.get() != null) {
                Thread.onSpinWait();
            }
            TRIES.incrementAndGet();
            LOST.addAndGet(both.isDone ? 0 : 1);
        }
    }

    private static final class Both implements CoreSubscriber<Integer> {
        private Subscription subscription;
        private volatile boolean isDone;

        @Override
        public void onSubscribe(Subscription subscription) {
            this.subscription = subscription;
        }

        @Override
        public void onNext(Integer item) {}

        @Override
        public void onError(Throwable thrown) {}

        @Override
        public void onComplete() {
            isDone = true;
        }
    }
}
