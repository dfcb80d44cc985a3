package org.wangge.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// How often callers who are not known may do something, by their address. Each node counts for
/// itself: these limits hold back floods, they guard no secret.
@Component
public class Limits {
    private static final int MOST_CALLERS = 100_000;
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Cache<Caller, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(FORGOTTEN)
            .build();

    private record Caller(Act act, String address) {}

    /// What anybody may do, so many times in a row, and as many again in each `span`.
    public enum Act {
        REPORT(30, Duration.ofMinutes(10)),
        TRACK(60, Duration.ofMinutes(1)),
        UPLOAD(36, Duration.ofHours(1)),
        COMPARE(60, Duration.ofMinutes(1)),
        COUNT(60, Duration.ofMinutes(1));

        private final long most;
        private final Duration span;

        Act(long most, Duration span) {
            this.most = most;
            this.span = span;
        }
    }

    /// Lets the viewer pass who is signed in, and others as long as their address has not done it too
    /// often.
    ///
    /// @throws Fault RATE_LIMITED with the seconds to wait
    public void pass(Act act, Viewer viewer, String address) {
        if (viewer.accountId() != null) {
            return;
        }
        var bucket = buckets.get(new Caller(act, address), caller -> bucket(act));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new Fault(
                    FaultCode.RATE_LIMITED,
                    1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
        }
    }

    private static Bucket bucket(Act act) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(act.most)
                        .refillGreedy(act.most, act.span)
                        .build())
                .build();
    }
}
