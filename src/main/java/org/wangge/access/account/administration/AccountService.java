package org.wangge.access.account.administration;

import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.access.account.Account;
import org.wangge.access.account.AccountId;
import org.wangge.access.account.AccountRegister;
import org.wangge.feed.Outcome;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The frame of a command on an account that exists: its version, and that it is not one's own.
@Service
class AccountService {
    private final AccountCommand command;
    private final AccountRegister register;

    AccountService(AccountCommand command, AccountRegister register) {
        this.command = command;
        this.register = register;
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION, ONESELF, and what the work throws
    Mono<Outcome> change(AccountCommand.Deed deed, AccountId id, int expected, Function<Account, Mono<Void>> work) {
        var changed = register.locked(id)
                .switchIfEmpty(Mono.error(() -> Problems.single("accountId", ProblemCode.UNKNOWN)))
                .doOnNext(account -> check(account, expected, deed.viewer()))
                .delayUntil(work)
                .map(account -> account.id().value());
        return command.once(deed, changed);
    }

    private static void check(Account account, int expected, Viewer viewer) {
        if (account.version() != expected) {
            throw new Refused(new Refusal.StaleVersion(expected, account.version()));
        }
        if (account.id().value().equals(viewer.accountId())) {
            throw new Refused(new Refusal.Oneself());
        }
    }
}
