package org.wangge.access.account.administration;

import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;
import org.wangge.access.account.Account.AccountKind;
import org.wangge.graphql.page.Conditions;

/// Which accounts a list holds; what is null does not limit.
record AccountFilter(
        @Nullable AccountKind kind,
        @Nullable Role role,
        @Nullable Boolean isDisabled) {
    static final AccountFilter NONE = new AccountFilter(null, null, null);

    Conditions conditions() {
        var where = new Conditions();
        if (kind != null) {
            where.and("a.kind = :kind", "kind", kind.name());
        }
        if (role != null) {
            where.and(
                    "exists (select 1 from account_grant g where g.account_id = a.id and g.role = :role"
                            + " and (g.to_at is null or g.to_at > clock_timestamp()))",
                    "role",
                    role.name());
        }
        if (isDisabled != null) {
            where.and("(a.disabled_at is not null) = :disabled", "disabled", isDisabled);
        }
        return where;
    }
}
