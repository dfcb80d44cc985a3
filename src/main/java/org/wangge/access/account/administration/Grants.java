package org.wangge.access.account.administration;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Role;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The roles that were granted, in the database.
@Component
class Grants {
    /// Whoever counts administrators to take one away is alone in it.
    private static final long TURNSTILE = 0x3a3a_3a3aL;

    private final DatabaseClient database;

    Grants(DatabaseClient database) {
        this.database = database;
    }

    Flux<GrantedRole> of(UUID[] accounts) {
        return database.sql("""
                        select id, account_id, role, grid_id, from_at, to_at, given_by, reason, end_reason
                        from account_grant
                        where account_id = any(:accounts)
                        order by from_at, id""").bind("accounts", accounts).map(Grants::row).all();
    }

    /// Those of one account that are in force, or will be.
    Flux<GrantedRole> lasting(UUID account, Instant now) {
        return of(new UUID[] {account}).filter(grant -> !grant.isOver(now));
    }

    Mono<Void> insert(GrantRoleInput input, GridKey within, Instant from, UUID account, String actor) {
        return database.sql("""
                        insert into account_grant (account_id, role, grid_id, grid_key, from_at, to_at, given_by, reason)
                        values (:account, :role, :grid, :key, :from, :to, :actor, :reason)""")
                .bind("account", account)
                .bind("role", input.role().name())
                .bind(
                        "grid",
                        Rows.orNull(
                                input.gridId() == null ? null : input.gridId().value(), UUID.class))
                .bind("key", within.path())
                .bind("from", from)
                .bind("to", Rows.orNull(input.toAt(), Instant.class))
                .bind("actor", actor)
                .bind("reason", input.reason())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// Ends it now; one that has not begun is as if it had never been in force.
    Mono<Void> end(GrantId id, String reason, Instant now) {
        return database.sql("""
                        update account_grant
                        set from_at = least(from_at, :now::timestamptz - interval '1 microsecond'), to_at = :now, end_reason = :reason,
                            version = version + 1
                        where id = :id""")
                .bind("now", now)
                .bind("reason", reason)
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// How many other accounts can act in the role now.
    Mono<Long> others(Role role, UUID account, Instant now) {
        return database.sql("select count(*) as held from pg_advisory_xact_lock(:turnstile)")
                .bind("turnstile", TURNSTILE)
                .map(row -> true)
                .one()
                .then(database.sql("""
                        select count(distinct a.id) as others
                        from account_grant g join account a on a.id = g.account_id
                        where g.role = :role and g.account_id <> :account and a.disabled_at is null
                          and g.from_at <= :now and (g.to_at is null or g.to_at > :now)""")
                        .bind("role", role.name())
                        .bind("account", account)
                        .bind("now", now)
                        .map(row -> Rows.get(row, "others", Long.class))
                        .one());
    }

    private static GrantedRole row(Readable row) {
        return new GrantedRole(
                new GrantId(Rows.uuid(row, "id")),
                Rows.uuid(row, "account_id"),
                Rows.constant(row, "role", Role.class),
                Rows.mapped(row, "grid_id", UUID.class, GridId::new),
                Rows.get(row, "from_at", Instant.class),
                row.get("to_at", Instant.class),
                Rows.text(row, "given_by"),
                Rows.text(row, "reason"),
                row.get("end_reason", String.class));
    }
}
