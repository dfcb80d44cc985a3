package org.wangge.access;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What the database knows of an account's standing.
@Component
class Accounts {
    private static final Duration AHEAD = Duration.ofHours(1);

    private final DatabaseClient database;
    private final List<GrantSource> sources;

    Accounts(DatabaseClient database, ObjectProvider<GrantSource> sources) {
        this.database = database;
        this.sources = sources.stream().toList();
    }

    /// Empty when the account has no such session.
    Mono<Standing> standing(UUID accountId, UUID sessionId, Instant now) {
        return database.sql("""
                        select a.id, a.kind, a.member_id, a.resident_id, a.must_change_password, a.is_demo, s.id as session_id,
                               s.expires_at, s.second_factor, (a.disabled_at is not null or s.ended_at is not null) as is_over
                        from account a
                        join account_session s on s.account_id = a.id
                        where a.id = :account and s.id = :session""")
                .bind("account", accountId)
                .bind("session", sessionId)
                .map(row -> standing(row, now))
                .one()
                .flatMap(standing -> grants(standing, now).map(standing::with));
    }

    private Mono<List<Grant>> grants(Standing standing, Instant now) {
        var member = standing.memberId();
        var assigned = member == null
                ? Flux.<Grant>empty()
                : Flux.fromIterable(sources).concatMap(source -> source.of(member, now));
        return Flux.concat(granted(standing.accountId(), now), assigned)
                .collectList()
                .map(found -> {
                    var all = new ArrayList<>(standing.grants());
                    all.addAll(found);
                    return all;
                });
    }

    private Flux<Grant> granted(UUID accountId, Instant now) {
        return database.sql("""
                        select role, grid_key, from_at, to_at
                        from account_grant
                        where account_id = :account and from_at < :ahead and (to_at is null or to_at > :now)""")
                .bind("account", accountId)
                .bind("ahead", now.plus(AHEAD))
                .bind("now", now)
                .map(row -> new Grant(
                        Rows.constant(row, "role", Role.class),
                        new GridKey(Rows.text(row, "grid_key")),
                        Rows.get(row, "from_at", Instant.class),
                        row.get("to_at", Instant.class)))
                .all();
    }

    /// Residents hold their role everywhere: it brings no right to anything but their own.
    private static Standing standing(Readable row, Instant now) {
        var isResident = Rows.text(row, "kind").equals("RESIDENT");
        return new Standing(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "session_id"),
                row.get("member_id", UUID.class),
                row.get("resident_id", UUID.class),
                Rows.get(row, "is_over", Boolean.class),
                Rows.get(row, "expires_at", Instant.class),
                Rows.get(row, "must_change_password", Boolean.class),
                !Rows.get(row, "second_factor", Boolean.class) && !Rows.get(row, "is_demo", Boolean.class),
                isResident ? List.of(new Grant(Role.RESIDENT, GridKey.WHOLE, now, null)) : List.of());
    }
}
