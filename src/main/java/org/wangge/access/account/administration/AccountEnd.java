package org.wangge.access.account.administration;

import org.springframework.stereotype.Component;
import org.wangge.access.account.Account;
import org.wangge.access.account.Door;
import reactor.core.publisher.Mono;

/// Shuts somebody out: at once, and wherever they are signed in.
@Component
class AccountEnd {
    private final AccountCommand command;
    private final AccountChanges changes;
    private final Separation separation;
    private final Door door;

    AccountEnd(AccountCommand command, AccountChanges changes, Separation separation, Door door) {
        this.command = command;
        this.changes = changes;
        this.separation = separation;
        this.door = door;
    }

    /// @throws org.wangge.refusal.Refused LAST_ADMINISTRATOR
    Mono<Void> disable(Account account) {
        var now = command.now();
        return separation
                .requireAnother(account, now)
                .then(changes.disable(account.id().value(), now))
                .then(sessions(account));
    }

    /// A new password ends what the old one began.
    ///
    /// @throws org.wangge.refusal.Refused ROLES_APART, INPUT_REJECTED
    Mono<Void> password(Account account, String hash) {
        return separation
                .requireOutOfReach(account, command.now())
                .then(changes.setPassword(account.id().value(), hash))
                .then(sessions(account));
    }

    Mono<Void> sessions(Account account) {
        return door.close(account.id().value(), null, null).then();
    }
}
