package org.wangge.access.account.administration;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.account.AccessAct;
import org.wangge.access.account.AccountId;
import org.wangge.graphql.Rows;

/// One line of the access log.
record LogEntry(
        UUID uuid,
        Instant at,
        String actor,
        AccessAct act,
        String outcome,
        @Nullable AccountId accountId,
        @Nullable String address) {
    static final String COLUMNS = "l.id, l.at, l.actor, l.act, l.outcome, l.account_id, l.address";

    static LogEntry row(Readable row) {
        return new LogEntry(
                Rows.uuid(row, "id"),
                Rows.get(row, "at", Instant.class),
                Rows.text(row, "actor"),
                Rows.constant(row, "act", AccessAct.class),
                Rows.text(row, "outcome"),
                Rows.mapped(row, "account_id", UUID.class, AccountId::new),
                row.get("address", String.class));
    }
}
