package org.wangge.access.account.administration;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.access.account.AccessAct;
import org.wangge.access.account.Account;
import org.wangge.access.account.Passwords;
import reactor.core.publisher.Mono;

/// What the system administrator does with accounts, in the graph.
@Controller
class AccountCommands {
    private final AccountService service;
    private final StaffService staff;
    private final AccountChanges changes;
    private final Passwords passwords;
    private final AccountEnd end;

    AccountCommands(
            AccountService service, StaffService staff, AccountChanges changes, Passwords passwords, AccountEnd end) {
        this.service = service;
        this.staff = staff;
        this.changes = changes;
        this.passwords = passwords;
        this.end = end;
    }

    @MutationMapping
    Mono<AccountPayload> createAccount(
            @Argument CreateAccountInput input,
            @ContextValue Viewer viewer,
            @ContextValue(required = false) @Nullable String address) {
        viewer.require(Right.ACCOUNTS);
        var password = StaffService.initialPassword();
        var deed = new AccountCommand.Deed(AccessAct.CREATE_ACCOUNT, input.key(), input, viewer, address);
        return AccountPayload.of(staff.create(input, password, deed), password);
    }

    @MutationMapping
    Mono<AccountPayload> resetPassword(
            @Argument AccountInput input,
            @ContextValue Viewer viewer,
            @ContextValue(required = false) @Nullable String address) {
        viewer.require(Right.ACCOUNTS);
        var password = StaffService.initialPassword();
        return passwords
                .hash(password)
                .flatMap(hash -> AccountPayload.of(
                        service.change(
                                deed(AccessAct.RESET_PASSWORD, input, viewer, address),
                                input.accountId(),
                                input.expectedVersion(),
                                account -> end.password(account, hash)),
                        password));
    }

    @MutationMapping
    Mono<AccountPayload> disableAccount(
            @Argument AccountInput input,
            @ContextValue Viewer viewer,
            @ContextValue(required = false) @Nullable String address) {
        return changed(deed(AccessAct.DISABLE_ACCOUNT, input, viewer, address), input, end::disable);
    }

    @MutationMapping
    Mono<AccountPayload> enableAccount(
            @Argument AccountInput input,
            @ContextValue Viewer viewer,
            @ContextValue(required = false) @Nullable String address) {
        return changed(
                deed(AccessAct.ENABLE_ACCOUNT, input, viewer, address),
                input,
                account -> changes.disable(account.id().value(), null));
    }

    @MutationMapping
    Mono<AccountPayload> endSessions(
            @Argument AccountInput input,
            @ContextValue Viewer viewer,
            @ContextValue(required = false) @Nullable String address) {
        return changed(deed(AccessAct.END_SESSIONS, input, viewer, address), input, end::sessions);
    }

    private Mono<AccountPayload> changed(
            AccountCommand.Deed deed, AccountInput input, Function<Account, Mono<Void>> work) {
        deed.viewer().require(Right.ACCOUNTS);
        return AccountPayload.of(service.change(deed, input.accountId(), input.expectedVersion(), work), null);
    }

    private static AccountCommand.Deed deed(
            AccessAct act, AccountInput input, Viewer viewer, @Nullable String address) {
        return new AccountCommand.Deed(act, input.key(), input, viewer, address);
    }
}
