package org.wangge.access.account.administration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.access.account.Account;
import org.wangge.access.account.AccountRegister;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Accounts and their roles, in the graph of those who administer them.
@Controller
class AccountController {
    private final AccountRegister register;
    private final Grants grants;
    private final Grids grids;

    AccountController(AccountRegister register, Grants grants, Grids grids) {
        this.register = register;
        this.grants = grants;
        this.grids = grids;
    }

    @QueryMapping
    Mono<Connection<Account>> accounts(
            @Argument @Nullable AccountFilter filter, PageRequest page, @ContextValue Viewer viewer) {
        requireAdministrator(viewer);
        return register.page((filter == null ? AccountFilter.NONE : filter).conditions(), page);
    }

    @QueryMapping
    Mono<Account> account(@Argument AccountLookup by, @ContextValue Viewer viewer) {
        requireAdministrator(viewer);
        return (by.id() != null ? register.find(by.id(), viewer) : register.find(String.valueOf(by.name()), viewer))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)));
    }

    @BatchMapping(typeName = "Account")
    Mono<Map<Account, List<GrantedRole>>> grants(List<Account> accounts) {
        var ids = Batch.ids(accounts, account -> account.id().value());
        return Batch.many(accounts, account -> account.id().value(), grants.of(ids), GrantedRole::accountId);
    }

    @BatchMapping(typeName = "GrantedRole")
    Mono<Map<GrantedRole, Grid>> grid(List<GrantedRole> granted) {
        var ids = granted.stream()
                .flatMap(one -> java.util.stream.Stream.ofNullable(one.gridId()))
                .map(id -> id.value())
                .toList();
        return Batch.one(granted, GrantedRole::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @SchemaMapping
    Mono<Account> account(AccountPayload payload, @ContextValue Viewer viewer) {
        return Mono.justOrEmpty(payload.id()).flatMap(id -> register.find(id, viewer));
    }

    private static void requireAdministrator(Viewer viewer) {
        if (viewer.signedIn().roles().stream().noneMatch(role -> role.isAdministrator())) {
            throw new Fault(FaultCode.NOT_PERMITTED);
        }
    }
}
