package org.wangge.graphql.cost;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// What everybody who asks has left to spend. Each node counts for itself: this holds back floods.
@Component
class Budgets {
    private static final int MOST_PAYERS = 100_000;
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final CostLimits limits;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_PAYERS)
            .expireAfterAccess(FORGOTTEN)
            .build();

    Budgets(CostLimits limits) {
        this.limits = limits;
    }

    Bucket of(String payer) {
        return buckets.get(payer, _ -> full());
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(limits.budget())
                        .refillGreedy(limits.perSecond(), Duration.ofSeconds(1))
                        .build())
                .build();
    }
}
