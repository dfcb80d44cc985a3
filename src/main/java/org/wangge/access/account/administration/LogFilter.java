package org.wangge.access.account.administration;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.access.account.AccessAct;
import org.wangge.access.account.AccountId;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Conditions;

/// Which lines of the access log a list holds; what is null does not limit.
record LogFilter(
        @Nullable AccountId accountId,
        @Nullable List<AccessAct> acts,
        @Nullable Instant from,
        @Nullable Instant to) {
    static final LogFilter NONE = new LogFilter(null, null, null, null);

    Conditions conditions(boolean ofAdministrators) {
        var known = Stream.of(AccessAct.values())
                .filter(act -> act.isAdministration() == ofAdministrators)
                .filter(act -> acts == null || acts.contains(act))
                .toList();
        var where = new Conditions().and("l.act = any(:acts)", "acts", Batch.names(known));
        if (accountId != null) {
            where.and("l.account_id = :account", "account", accountId.value());
        }
        if (from != null) {
            where.and("l.at >= :from", "from", from);
        }
        if (to != null) {
            where.and("l.at < :to", "to", to);
        }
        return where;
    }
}
