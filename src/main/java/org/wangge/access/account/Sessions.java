package org.wangge.access.account;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The sessions in the database, each with the chain of its refresh tokens.
@Component
class Sessions {
    static final Duration LONGEST = Duration.ofHours(12);
    static final Duration IDLE = Duration.ofMinutes(30);

    private final DatabaseClient database;

    Sessions(DatabaseClient database) {
        this.database = database;
    }

    /// A session that a refresh token goes on with.
    record Open(UUID id, UUID accountId, Instant tokenExpiresAt) {}

    Mono<UUID> begin(UUID accountId, boolean secondFactor, @Nullable String address, RefreshToken token, Instant now) {
        return database.sql("""
                        with begun as (
                          insert into account_session
                                 (account_id, begun_at, seen_at, expires_at, second_factor, address)
                          values (:account, :now, :now, :end, :secondFactor, :address)
                          returning id
                        ), tokened as (
                          insert into refresh_token (hash, session_id, issued_at, expires_at)
                          select :hash, id, :now, :tokenEnd from begun
                        )
                        select id from begun""")
                .bind("account", accountId)
                .bind("now", now)
                .bind("end", now.plus(LONGEST))
                .bind("secondFactor", secondFactor)
                .bind("address", Rows.orNull(address, String.class))
                .bind("hash", token.hash())
                .bind("tokenEnd", now.plus(IDLE))
                .map(row -> Rows.uuid(row, "id"))
                .one();
    }

    /// Uses a token for the next one. Of many at once one gets it: the row of the token is locked,
    /// and is used when the others see it. Empty when the token is used, over or unknown, the session
    /// has ended, or the account is disabled.
    Mono<Open> refresh(RefreshToken token, RefreshToken next, Instant now) {
        return database.sql("""
                        with used as (
                          update refresh_token t set used_at = :now
                          from account_session s join account a on a.id = s.account_id
                          where t.hash = :hash and t.used_at is null and t.expires_at > :now
                            and s.id = t.session_id and s.ended_at is null and s.expires_at > :now
                            and a.disabled_at is null
                          returning s.id, s.account_id, least(s.expires_at, :idleEnd) as token_end
                        ), seen as (
                          update account_session s set seen_at = :now from used where s.id = used.id
                        ), tokened as (
                          insert into refresh_token (hash, session_id, issued_at, expires_at)
                          select :next, id, :now, token_end from used
                        )
                        select id, account_id, token_end from used""")
                .bind("hash", token.hash())
                .bind("next", next.hash())
                .bind("now", now)
                .bind("idleEnd", now.plus(IDLE))
                .map(Sessions::open)
                .one();
    }

    /// Ends the session whose token is used a second time: one of the two who hold it stole it. The
    /// account, or empty when the token was never used.
    Mono<UUID> endReused(RefreshToken token, Instant now) {
        return database.sql("""
                        update account_session s set ended_at = coalesce(s.ended_at, :now)
                        from refresh_token t
                        where t.hash = :hash and t.used_at is not null and s.id = t.session_id
                        returning s.account_id""")
                .bind("hash", token.hash())
                .bind("now", now)
                .map(row -> Rows.uuid(row, "account_id"))
                .one();
    }

    /// Ends one session of an account, or all of them but one.
    Flux<UUID> end(UUID accountId, @Nullable UUID only, @Nullable UUID but, Instant now) {
        return database.sql("""
                        update account_session s set ended_at = :now
                        where s.account_id = :account and s.ended_at is null and s.expires_at > :now
                          and (:only::uuid is null or s.id = :only) and s.id is distinct from :but::uuid
                        returning s.id""")
                .bind("account", accountId)
                .bind("only", Rows.orNull(only, UUID.class))
                .bind("but", Rows.orNull(but, UUID.class))
                .bind("now", now)
                .map(row -> Rows.uuid(row, "id"))
                .all();
    }

    /// Those of an account that last, the newest first.
    Flux<Session> of(UUID accountId, @Nullable UUID current, Instant now) {
        return database.sql("""
                        select s.id, s.begun_at, s.seen_at, s.expires_at, s.address,
                               s.id is not distinct from :current::uuid as is_current
                        from account_session s
                        where s.account_id = :account and s.ended_at is null and s.expires_at > :now
                        order by s.begun_at desc, s.id
                        limit 100""")
                .bind("current", Rows.orNull(current, UUID.class))
                .bind("account", accountId)
                .bind("now", now)
                .map(Sessions::session)
                .all();
    }

    private static Session session(Readable row) {
        return new Session(
                new Session.SessionId(Rows.uuid(row, "id")),
                Rows.get(row, "begun_at", Instant.class),
                Rows.get(row, "seen_at", Instant.class),
                Rows.get(row, "expires_at", Instant.class),
                row.get("address", String.class),
                Rows.get(row, "is_current", Boolean.class));
    }

    private static Open open(Readable row) {
        return new Open(Rows.uuid(row, "id"), Rows.uuid(row, "account_id"), Rows.get(row, "token_end", Instant.class));
    }
}
