package org.wangge.graphql.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wangge.refusal.Fault;

/// A budget of 100, given back by 10 a second, at a moment that lasts.
class AccountTests {
    private static final TimeMeter STOPPED = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return 0;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    private final Bucket budget = Bucket.builder()
            .withCustomTimePrecision(STOPPED)
            .addLimit(Bandwidth.builder()
                    .capacity(100)
                    .refillGreedy(10, Duration.ofSeconds(1))
                    .build())
            .build();

    @Test
    void saysForHowLongToWaitAtLeast() {
        account(94).take();
        assertThatCode(() -> account(6).take()).doesNotThrowAnyException();

        assertThat(refused(15).words()).containsExactly(2L, 15L, 0L);
        assertThat(refused(20).words()).containsExactly(2L, 20L, 0L);
        assertThat(refused(21).words()).containsExactly(3L, 21L, 0L);
    }

    @Test
    void givesBackAndTakesMoreButMakesNoDebts() {
        var account = account(60);
        account.take();

        assertThat(account.settle(Map.of())).isEqualTo(1);
        assertThat(budget.getAvailableTokens()).isEqualTo(99);

        var dear = new Account(new Plan(true, List.of()), Map.of(), 95, budget);
        dear.take();
        assertThat(dear.settle(Map.of())).isEqualTo(95);
        assertThat(budget.getAvailableTokens()).isEqualTo(4);

        var more = new Account(plan(), Map.of(), 1, budget);
        more.take();
        assertThat(more.settle(Map.of("thing", Map.of()))).isEqualTo(41);
        assertThat(budget.getAvailableTokens()).isZero();
    }

    private Fault refused(long cost) {
        return catchThrowableOfType(Fault.class, () -> account(cost).take());
    }

    private Account account(long requested) {
        return new Account(plan(), Map.of(), requested, budget);
    }

    private static Plan plan() {
        return new Plan(false, List.of(new Step("thing", 40, Size.ONE, Size.ONE, List.of(), List.of())));
    }
}
