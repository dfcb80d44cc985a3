package org.wangge.resident.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.wangge.access.Grant;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.grid.GridKey;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Lets somebody look more often for a day: never oneself, and only those who serve where one
/// decides or leads. It is noted like a look.
@Service
class QuotaService {
    private final Commands commands;
    private final Colleagues colleagues;
    private final Quotas quotas;
    private final DisclosureLog log;
    private final Clock clock;

    QuotaService(Commands commands, Colleagues colleagues, Quotas quotas, DisclosureLog log, Clock clock) {
        this.commands = commands;
        this.colleagues = colleagues;
        this.quotas = quotas;
        this.log = log;
        this.clock = clock;
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, also for an account that serves elsewhere
    Mono<Outcome> raise(RaiseDisclosureQuotaInput input, Viewer viewer) {
        requireDecider(viewer);
        input.check();
        var account = input.account();
        if (account.equals(viewer.accountId())) {
            throw new Refused(new Refusal.Oneself());
        }
        var now = clock.instant();
        var work = colleagues
                .under(viewer, account, now)
                .switchIfEmpty(Mono.error(() -> Problems.single("accountId", ProblemCode.UNKNOWN)))
                .flatMap(at -> log.write(look(input, viewer, at, now)))
                .delayUntil(row -> quotas.raise(account, input.extra(), now, viewer.actor(), input.reason()))
                .map(row -> Done.quietly(row.id().value(), 1));
        return commands.once(new Command(viewer.actor(), input.key(), "raiseDisclosureQuota", input), now, work);
    }

    private static void requireDecider(Viewer viewer) {
        if (viewer.signedIn().scope(Right.DECIDE).subtrees().isEmpty()) {
            viewer.require(Right.APPOINT);
        }
    }

    private static Look look(RaiseDisclosureQuotaInput input, Viewer viewer, GridKey at, Instant now) {
        var note = input.extra() + ": " + input.reason();
        return new Look(
                DisclosureKind.QUOTA,
                now,
                Looker.of(viewer, roleOf(viewer, at)),
                null,
                at,
                List.of(),
                null,
                note,
                input.accountId());
    }

    private static Role roleOf(Viewer viewer, GridKey at) {
        return viewer.grants().stream()
                .filter(grant -> grant.within().holds(at))
                .map(Grant::role)
                .filter(role -> role.holds(Right.DECIDE) || role.holds(Right.APPOINT))
                .findFirst()
                .orElseThrow();
    }
}
