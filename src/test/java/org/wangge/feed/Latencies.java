package org.wangge.feed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;

/// When things were committed, and how long it took until somebody was told.
final class Latencies {
    private static final int LONGEST = 60_000;

    private final Map<String, Long> committed = new ConcurrentHashMap<>();
    private final AtomicIntegerArray milliseconds = new AtomicIntegerArray(LONGEST);
    private final LongAdder told = new LongAdder();

    void committed(String id) {
        committed.put(id, System.nanoTime());
    }

    void told(String id) {
        var at = committed.get(id);
        told.increment();
        if (at != null) {
            var took = Math.max(0, (System.nanoTime() - at) / 1_000_000);
            milliseconds.incrementAndGet((int) Math.min(took, LONGEST - 1));
        }
    }

    /// Waits until so many were told; without complaint when it takes too long.
    void await(long wanted, long milliseconds) throws InterruptedException {
        var end = System.nanoTime() + milliseconds * 1_000_000;
        while (count() < wanted && System.nanoTime() < end) {
            Thread.sleep(5);
        }
    }

    long count() {
        return told.sum();
    }

    /// In milliseconds; -1 when nothing was told.
    int percentile(int percent) {
        long all = 0;
        for (int i = 0; i < LONGEST; i++) {
            all += milliseconds.get(i);
        }
        long below = 0;
        for (int i = 0; i < LONGEST; i++) {
            below += milliseconds.get(i);
            if (below > 0 && below * 100 >= all * percent) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return "p50 %d ms, p95 %d ms, p99 %d ms of %d"
                .formatted(percentile(50), percentile(95), percentile(99), count());
    }
}
