package org.wangge.access.account.administration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.access.Standings;
import org.wangge.access.Viewer;
import org.wangge.access.account.AccessAct;
import org.wangge.access.account.AccessLog;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import reactor.core.publisher.Mono;

/// Carries out what administrators do to accounts: once, written to the access log in the same
/// transaction, and known to this node at once.
@Component
class AccountCommand {
    private final Commands commands;
    private final AccountChanges changes;
    private final AccessLog log;
    private final Standings standings;
    private final Clock clock;

    AccountCommand(Commands commands, AccountChanges changes, AccessLog log, Standings standings, Clock clock) {
        this.commands = commands;
        this.changes = changes;
        this.log = log;
        this.standings = standings;
        this.clock = clock;
    }

    /// Who does what, from where.
    record Deed(
            AccessAct act,
            UUID key,
            Object input,
            Viewer viewer,
            @Nullable String address) {}

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// `work` gives the account it changed.
    Mono<Outcome> once(Deed deed, Mono<UUID> work) {
        var actor = deed.viewer().actor();
        var command = new Command(actor, deed.key(), deed.act().name(), deed.input());
        var done = work.delayUntil(account -> log.done(deed.act(), actor, account, deed.address()))
                .flatMap(account -> changes.nextVersion(account).map(version -> Done.quietly(account, version)));
        return commands.once(command, now(), done).doOnNext(outcome -> standings.forget(outcome.subject()));
    }
}
