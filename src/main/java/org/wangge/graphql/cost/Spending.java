package org.wangge.graphql.cost;

import graphql.execution.instrumentation.InstrumentationState;
import org.jspecify.annotations.Nullable;

/// How far an execution has come in paying: from when it is known what it will cost until that is settled.
public final class Spending implements InstrumentationState {
    private @Nullable Account account;
    private boolean isTaken;
    private boolean isClosed;

    void open(Account reckoned) {
        account = reckoned;
    }

    void take() {
        if (account != null) {
            account.take();
            isTaken = true;
        }
    }

    @Nullable
    Account account() {
        return account;
    }

    boolean isTaken() {
        return isTaken;
    }

    /// Whether this is the first result: the results of a subscription's events come after its own.
    boolean close() {
        var isFirst = !isClosed;
        isClosed = true;
        return isFirst;
    }
}
