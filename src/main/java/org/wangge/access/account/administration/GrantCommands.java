package org.wangge.access.account.administration;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.access.account.AccessAct;
import org.wangge.access.account.Account;
import org.wangge.access.account.Lockout;
import org.wangge.access.account.SecondFactors;
import reactor.core.publisher.Mono;

/// What the security administrator does with accounts, in the graph.
@Controller
class GrantCommands {
    private final GrantService grants;
    private final AccountService service;
    private final Lockout lockout;
    private final SecondFactors factors;
    private final AccountEnd end;

    GrantCommands(GrantService grants, AccountService service, Lockout lockout, SecondFactors factors, AccountEnd end) {
        this.grants = grants;
        this.service = service;
        this.lockout = lockout;
        this.factors = factors;
        this.end = end;
    }

    @MutationMapping
    Mono<AccountPayload> grantRole(
            @Argument GrantRoleInput input,
            @ContextValue Viewer viewer,
            @ContextValue(required = false) @Nullable String address) {
        viewer.require(Right.GRANTS);
        var deed = new AccountCommand.Deed(AccessAct.GRANT_ROLE, input.key(), input, viewer, address);
        return AccountPayload.of(grants.grant(input, deed), null);
    }

    @MutationMapping
    Mono<AccountPayload> endGrant(
            @Argument EndGrantInput input,
            @ContextValue Viewer viewer,
            @ContextValue(required = false) @Nullable String address) {
        viewer.require(Right.GRANTS);
        var deed = new AccountCommand.Deed(AccessAct.END_GRANT, input.key(), input, viewer, address);
        return AccountPayload.of(grants.end(input, deed), null);
    }

    @MutationMapping
    Mono<AccountPayload> unlockAccount(
            @Argument AccountInput input,
            @ContextValue Viewer viewer,
            @ContextValue(required = false) @Nullable String address) {
        viewer.require(Right.GRANTS);
        var deed = new AccountCommand.Deed(AccessAct.UNLOCK_ACCOUNT, input.key(), input, viewer, address);
        return AccountPayload.of(
                service.change(deed, input.accountId(), input.expectedVersion(), this::unlocked), null);
    }

    @MutationMapping
    Mono<AccountPayload> resetSecondFactor(
            @Argument AccountInput input,
            @ContextValue Viewer viewer,
            @ContextValue(required = false) @Nullable String address) {
        viewer.require(Right.GRANTS);
        var deed = new AccountCommand.Deed(AccessAct.RESET_SECOND_FACTOR, input.key(), input, viewer, address);
        return AccountPayload.of(
                service.change(deed, input.accountId(), input.expectedVersion(), this::withoutFactor), null);
    }

    private Mono<Void> unlocked(Account account) {
        return account.name() == null ? Mono.empty() : lockout.unlock(account.name());
    }

    private Mono<Void> withoutFactor(Account account) {
        return factors.remove(account.id().value()).then(end.sessions(account));
    }
}
