package org.wangge.access.account.administration;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.wangge.access.account.Account;
import org.wangge.feed.Outcome;
import org.wangge.grid.Grid;
import org.wangge.grid.GridKey;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Mono;

/// Granting roles and ending grants.
@Service
class GrantService {
    private final AccountService accounts;
    private final AccountCommand command;
    private final Separation separation;
    private final Grants grants;
    private final Grids grids;

    GrantService(AccountService accounts, AccountCommand command, Separation separation, Grants grants, Grids grids) {
        this.accounts = accounts;
        this.command = command;
        this.separation = separation;
        this.grants = grants;
        this.grids = grids;
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, STALE_VERSION, ONESELF, ROLES_APART
    Mono<Outcome> grant(GrantRoleInput input, AccountCommand.Deed deed) {
        return accounts.change(
                deed, input.accountId(), input.expectedVersion(), account -> granted(input, deed, account));
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, STALE_VERSION, ONESELF, LAST_ADMINISTRATOR
    Mono<Outcome> end(EndGrantInput input, AccountCommand.Deed deed) {
        return accounts.change(deed, input.accountId(), input.expectedVersion(), account -> ended(input, account));
    }

    private Mono<Void> granted(GrantRoleInput input, AccountCommand.Deed deed, Account account) {
        var now = command.now();
        var from = input.fromAt() == null ? now : input.fromAt();
        return within(input)
                .doOnNext(key -> input.problems(key.isPresent(), from).refuseIfAny())
                .delayUntil(key -> separation.require(input.role(), account, now))
                .flatMap(key -> grants.insert(
                        input,
                        key.orElseThrow(),
                        from,
                        account.id().value(),
                        deed.viewer().actor()));
    }

    private Mono<Void> ended(EndGrantInput input, Account account) {
        Instant now = command.now();
        new Problems().text("reason", input.reason(), 1, Problems.REMARK).refuseIfAny();
        return grants.lasting(account.id().value(), now)
                .filter(grant -> grant.id().equals(input.grantId()))
                .next()
                .switchIfEmpty(Mono.error(() -> Problems.single("grantId", ProblemCode.UNKNOWN)))
                .delayUntil(grant -> separation.requireAnother(grant, now))
                .flatMap(grant -> grants.end(grant.id(), input.reason(), now));
    }

    private Mono<Optional<GridKey>> within(GrantRoleInput input) {
        return input.gridId() == null
                ? Mono.just(Optional.of(GridKey.WHOLE))
                : grids.find(input.gridId(), Scope.everywhere()).map(Grid::key).singleOptional();
    }
}
