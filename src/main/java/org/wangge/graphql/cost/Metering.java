package org.wangge.graphql.cost;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionResult;
import graphql.execution.ExecutionContext;
import graphql.language.OperationDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Component;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// Lets nothing begin that costs too much, or more than whoever asks has left, and tells what it was.
@Component
public class Metering {
    private final CostLimits limits;
    private final Budgets budgets;

    /// Each as long as its document is kept.
    private final Cache<OperationDefinition, Plan> plans =
            Caffeine.newBuilder().weakKeys().build();

    Metering(CostLimits limits, Budgets budgets) {
        this.limits = limits;
        this.budgets = budgets;
    }

    /// Reckons what is asked for.
    ///
    /// @param payer whose budget it would be taken from
    public void reckon(ExecutionContext context, String payer, Spending spending) {
        var plan = plans.get(
                context.getOperationDefinition(),
                operation -> Planner.plan(context.getGraphQLSchema(), context.getDocument(), operation));
        spending.open(Account.of(plan, context.getCoercedVariables().toMap(), budgets.of(payer)));
    }

    /// Takes what was reckoned from the budget.
    ///
    /// @throws Fault COST_TOO_HIGH, BUDGET_USED_UP
    public void take(Spending spending) {
        var account = spending.account();
        if (account != null && account.requested() > limits.request()) {
            throw new Fault(FaultCode.COST_TOO_HIGH, account.requested(), limits.request());
        }
        spending.take();
    }

    /// Takes what an event of a subscription costs, as far as it is there: what was begun goes on.
    public void takeForEvent(Spending spending) {
        if (spending.account() != null) {
            spending.account().takeForEvent();
        }
    }

    /// The result with what it has cost. Where something failed nothing is given back, since much may have
    /// been done for what is not told.
    public ExecutionResult told(ExecutionResult result, Spending spending) {
        var account = spending.account();
        if (!spending.close() || account == null || result.getData() instanceof Publisher) {
            return result;
        }
        var cost = new LinkedHashMap<String, Object>();
        cost.put("requested", account.requested());
        if (spending.isTaken()) {
            cost.put("actual", settled(account, result));
        }
        cost.put("available", account.budget().getAvailableTokens());
        cost.put("restoreRate", limits.perSecond());
        return result.transform(builder -> builder.addExtension("cost", cost));
    }

    private static long settled(Account account, ExecutionResult result) {
        return result.getErrors().isEmpty() && result.getData() instanceof Map<?, ?> data
                ? account.settle(data)
                : account.requested();
    }
}
