package org.wangge.notice.publicity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Conditions;
import org.wangge.grid.GridId;

/// Which notices a list holds; what is null does not limit.
record PolicyNoticeFilter(
        @Nullable GridId within,
        @Nullable List<PolicyNoticeStatus> status,
        @Nullable Boolean isForMe,
        @Nullable Boolean hasMyReceipt) {
    static final PolicyNoticeFilter NONE = new PolicyNoticeFilter(null, null, null, null);

    Conditions limit(Conditions where, PublicitySight sight) {
        if (status != null) {
            where.and("n.status = any(:statuses)", "statuses", Batch.names(status));
        }
        if (isForMe != null) {
            where.and(isForMe ? sight.own("true") : sight.notOwn("true"));
        }
        if (hasMyReceipt != null) {
            var mine = "a.receipt is " + (hasMyReceipt ? "not null" : "null");
            where.and(sight.own(mine));
        }
        return where;
    }
}
