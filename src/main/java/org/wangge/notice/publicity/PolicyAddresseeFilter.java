package org.wangge.notice.publicity;

import org.jspecify.annotations.Nullable;
import org.wangge.graphql.page.Conditions;
import org.wangge.grid.GridId;

/// Which of the addressed a list holds; what is null does not limit.
record PolicyAddresseeFilter(
        @Nullable GridId within,
        @Nullable Boolean isReached,
        @Nullable Boolean isReachableOnline) {
    static final PolicyAddresseeFilter NONE = new PolicyAddresseeFilter(null, null, null);

    Conditions limit(Conditions where) {
        if (isReached != null) {
            where.and(isReached ? "a.receipt is not null" : "a.receipt is null");
        }
        return isReachableOnline == null
                ? where
                : where.and((isReachableOnline ? "" : "not ") + PolicyAddressees.ONLINE);
    }
}
