package org.wangge.resident.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Grant;
import org.wangge.access.GrantSource;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What others may look at, and who stands over them.
@Component
class Colleagues {
    private final DatabaseClient database;
    private final List<GrantSource> sources;

    Colleagues(DatabaseClient database, List<GrantSource> sources) {
        this.database = database;
        this.sources = List.copyOf(sources);
    }

    /// Where the account reads residents and the viewer decides, or leads; empty when that is nowhere,
    /// or there is no such account.
    Mono<GridKey> under(Viewer viewer, UUID account, Instant now) {
        return grants(account, now)
                .filter(grant -> grant.isInForceAt(now) && Reach.reads(grant.role()))
                .map(Grant::within)
                .filter(at -> viewer.may(Right.DECIDE, at) || viewer.may(Right.APPOINT, at))
                .next();
    }

    private Flux<Grant> grants(UUID account, Instant now) {
        var held = database.sql("""
                        select role, grid_key, from_at, to_at
                        from account_grant
                        where account_id = :account""")
                .bind("account", account)
                .map(row -> new Grant(
                        Rows.constant(row, "role", Role.class),
                        new GridKey(Rows.text(row, "grid_key")),
                        Rows.get(row, "from_at", Instant.class),
                        row.get("to_at", Instant.class)))
                .all();
        return held.concatWith(member(account)
                .flatMapMany(member -> Flux.fromIterable(sources).concatMap(source -> source.of(member, now))));
    }

    private Mono<UUID> member(UUID account) {
        return database.sql("""
                        select member_id
                        from account
                        where id = :account and member_id is not null and disabled_at is null""")
                .bind("account", account)
                .map(row -> Rows.uuid(row, "member_id"))
                .one();
    }
}
