package org.wangge.access.account;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Who signed in or failed to, and what administrators did: ids and codes only. Nothing in it is
/// ever changed.
@Component
public class AccessLog {
    private static final String DONE = "DONE";

    private final DatabaseClient database;
    private final Clock clock;

    AccessLog(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Mono<Void> done(AccessAct act, String actor, @Nullable UUID accountId, @Nullable String address) {
        return note(act, actor, DONE, accountId, address);
    }

    public Mono<Void> refused(AccessAct act, Refused refused, @Nullable UUID accountId, @Nullable String address) {
        return note(act, "anonymous", refused.refusal().code().name(), accountId, address);
    }

    /// Notes a refusal to somebody who gave a name; the account is noted when there is one, the name never.
    Mono<Void> refusedTo(String name, AccessAct act, Refused refused, @Nullable String address) {
        return database.sql("""
                        insert into access_log (at, actor, act, outcome, account_id, address)
                        values (:at, 'anonymous', :act, :outcome, (select id from account where name = :name), :address)""")
                .bind("at", now())
                .bind("act", act.name())
                .bind("outcome", refused.refusal().code().name())
                .bind("name", name)
                .bind("address", Rows.orNull(address, String.class))
                .fetch()
                .rowsUpdated()
                .then();
    }

    private Mono<Void> note(
            AccessAct act, String actor, String outcome, @Nullable UUID accountId, @Nullable String address) {
        return database.sql("""
                        insert into access_log (at, actor, act, outcome, account_id, address)
                        values (:at, :actor, :act, :outcome, :account, :address)""")
                .bind("at", now())
                .bind("actor", actor)
                .bind("act", act.name())
                .bind("outcome", outcome)
                .bind("account", Rows.orNull(accountId, UUID.class))
                .bind("address", Rows.orNull(address, String.class))
                .fetch()
                .rowsUpdated()
                .then();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
