package org.wangge.access.account;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wangge.access.AccessToken;
import org.wangge.access.Claims;
import org.wangge.access.Standings;
import org.wangge.access.Tokens;
import org.wangge.access.Viewer;
import org.wangge.refusal.Fault;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Where every way to sign in ends: a session begins, goes on with the next refresh token, and ends.
@Service
public class Door {
    private final Sessions sessions;
    private final Tokens tokens;
    private final Standings standings;
    private final AccessLog log;
    private final Clock clock;

    Door(Sessions sessions, Tokens tokens, Standings standings, AccessLog log, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.standings = standings;
        this.log = log;
        this.clock = clock;
    }

    /// Somebody who showed who they are.
    public record Entry(
            AccessAct act,
            UUID accountId,
            boolean secondFactor,
            @Nullable String address) {}

    public Mono<SessionTokens> open(Entry entry) {
        var now = now();
        var next = RefreshToken.next();
        return sessions.begin(entry.accountId(), entry.secondFactor(), entry.address(), next, now)
                .map(id -> new Sessions.Open(id, entry.accountId(), now.plus(Sessions.IDLE)))
                .flatMap(session -> tokens(session, next))
                .delayUntil(tokens ->
                        log.done(entry.act(), "account:" + entry.accountId(), entry.accountId(), entry.address()));
    }

    /// Goes on with a session. Of many with the same token at most one gets the next, and the session
    /// ends: one of the two who hold the token stole it, and it may have been the faster one.
    ///
    /// @throws Refused SESSION_ENDED
    Mono<SessionTokens> refresh(String refreshToken, @Nullable String address) {
        var token = new RefreshToken(refreshToken);
        var next = RefreshToken.next();
        return sessions.refresh(token, next, now())
                .flatMap(session -> tokens(session, next))
                .switchIfEmpty(Mono.defer(() -> ended(token, address)));
    }

    /// Ends one session, or all of the account but one; how many.
    public Mono<Integer> close(UUID accountId, @Nullable UUID only, @Nullable UUID but) {
        return sessions.end(accountId, only, but, now())
                .count()
                .map(Long::intValue)
                .doOnNext(count -> standings.forget(accountId));
    }

    /// Where an account is signed in now.
    Flux<Session> sessions(UUID accountId, @Nullable UUID current) {
        return sessions.of(accountId, current, now());
    }

    private Mono<SessionTokens> tokens(Sessions.Open session, RefreshToken next) {
        return tokens.issue(session.accountId(), session.id())
                .zipWhen(access -> viewer(session, access))
                .map(both -> new SessionTokens(
                        both.getT1().text(),
                        both.getT1().expiresAt(),
                        next.text(),
                        session.tokenExpiresAt(),
                        Restriction.of(both.getT2())))
                .onErrorMap(Fault.class, revoked -> new Refused(new Refusal.SessionEnded()));
    }

    /// Whom the session is for, looked up anew.
    private Mono<Viewer> viewer(Sessions.Open session, AccessToken access) {
        standings.forget(session.accountId());
        return standings.of(new Claims(session.accountId(), session.id(), access.expiresAt()));
    }

    private Mono<SessionTokens> ended(RefreshToken token, @Nullable String address) {
        var refused = new Refused(new Refusal.SessionEnded());
        return sessions.endReused(token, now())
                .doOnNext(standings::forget)
                .flatMap(account -> log.refused(AccessAct.REFRESH, refused, account, address))
                .then(Mono.error(refused));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
