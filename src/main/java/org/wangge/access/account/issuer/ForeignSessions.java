package org.wangge.access.account.issuer;

import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Claims;
import org.wangge.access.StaffDirectory;
import org.wangge.access.account.AccessAct;
import org.wangge.access.account.AccessLog;
import org.wangge.access.account.SignInInput;
import org.wangge.graphql.Rows;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// The session that stands for a token of another issuer: it begins when the token is seen first,
/// and can be ended like any other.
@Component
class ForeignSessions {
    private final DatabaseClient database;
    private final ObjectProvider<StaffDirectory> staff;
    private final AccessLog log;

    ForeignSessions(DatabaseClient database, ObjectProvider<StaffDirectory> staff, AccessLog log) {
        this.database = database;
        this.staff = staff;
        this.log = log;
    }

    /// @throws Fault TOKEN_INVALID when the token names no account of ours
    Mono<Claims> of(IssuerSettings issuer, ForeignToken token) {
        return find(issuer, token)
                .switchIfEmpty(Mono.defer(() -> account(issuer, token)
                        .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.TOKEN_INVALID)))
                        .flatMap(account -> begun(issuer, token, account))));
    }

    private Mono<Claims> find(IssuerSettings issuer, ForeignToken token) {
        return database.sql("""
                        select s.id, s.account_id
                        from foreign_session f join account_session s on s.id = f.session_id
                        where f.issuer = :issuer and f.token_hash = :hash""")
                .bind("issuer", issuer.issuer())
                .bind("hash", token.hash())
                .map(row -> new Claims(Rows.uuid(row, "account_id"), Rows.uuid(row, "id"), token.expiresAt()))
                .one();
    }

    private Mono<UUID> account(IssuerSettings issuer, ForeignToken token) {
        return switch (issuer.match()) {
            case ACCOUNT_NAME -> byName(SignInInput.nameOf(token.account()));
            case CARD_NO ->
                Mono.justOrEmpty(staff.getIfAvailable())
                        .flatMap(directory -> directory.memberByCard(token.account()))
                        .flatMap(this::byMember);
        };
    }

    private Mono<UUID> byName(String name) {
        return database.sql("select id from account where name = :name and disabled_at is null")
                .bind("name", name)
                .map(row -> Rows.uuid(row, "id"))
                .one();
    }

    private Mono<UUID> byMember(UUID member) {
        return database.sql("select id from account where member_id = :member and disabled_at is null")
                .bind("member", member)
                .map(row -> Rows.uuid(row, "id"))
                .one();
    }

    /// Of two requests with a new token one begins the session; the other finds it.
    private Mono<Claims> begun(IssuerSettings issuer, ForeignToken token, UUID account) {
        return database.sql("""
                        with begun as (
                          insert into account_session (account_id, begun_at, seen_at, expires_at, second_factor)
                          values (:account, :now, :now, :end, :secondFactor)
                          returning id
                        ), kept as (
                          insert into foreign_session (issuer, token_hash, session_id, expires_at)
                          select :issuer, :hash, id, :end from begun
                        )
                        select id from begun""")
                .bind("account", account)
                .bind("now", token.seenAt())
                .bind("end", token.expiresAt())
                .bind("secondFactor", token.secondFactor())
                .bind("issuer", issuer.issuer())
                .bind("hash", token.hash())
                .map(row -> new Claims(account, Rows.uuid(row, "id"), token.expiresAt()))
                .one()
                .delayUntil(claims -> log.done(AccessAct.SIGN_IN_BY_ISSUER, "account:" + account, account, null))
                .onErrorResume(DuplicateKeyException.class, faster -> find(issuer, token));
    }
}
