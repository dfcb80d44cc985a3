package org.wangge.graphql.cost;

import io.github.bucket4j.Bucket;
import java.util.Map;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// What an execution is going to cost, and the budget of whoever pays for it.
record Account(Plan plan, Map<String, Object> variables, long requested, Bucket budget) {
    static Account of(Plan plan, Map<String, Object> variables, Bucket budget) {
        return new Account(plan, variables, plan.requested(variables), budget);
    }

    /// @throws Fault BUDGET_USED_UP with the seconds until there is enough
    void take() {
        var probe = budget.tryConsumeAndReturnRemaining(requested);
        if (!probe.isConsumed()) {
            var seconds = Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L);
            throw new Fault(FaultCode.BUDGET_USED_UP, seconds, requested, probe.getRemainingTokens());
        }
    }

    /// Gives back what was not needed, or takes what was needed in addition, as far as it is there.
    ///
    /// @param data what is told
    /// @return what it has cost
    long settle(Map<?, ?> data) {
        var actual = plan.actual(data, requested);
        if (actual < requested) {
            budget.addTokens(requested - actual);
        } else {
            takeWhatIsThere(actual - requested);
        }
        return actual;
    }

    void takeForEvent() {
        takeWhatIsThere(plan.requestedByEvent(variables));
    }

    private void takeWhatIsThere(long cost) {
        if (cost > 0) {
            budget.tryConsumeAsMuchAsPossible(cost);
        }
    }
}
