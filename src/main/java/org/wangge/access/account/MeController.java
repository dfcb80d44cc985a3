package org.wangge.access.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Grant;
import org.wangge.access.Me;
import org.wangge.access.Viewer;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Whoever asks: their account, roles and sessions. It is answered also to who has to do something first.
@Controller
class MeController {
    private final AccountRegister register;
    private final Grids grids;
    private final Door door;
    private final AccessLog log;

    MeController(AccountRegister register, Grids grids, Door door, AccessLog log) {
        this.register = register;
        this.grids = grids;
        this.door = door;
        this.log = log;
    }

    @QueryMapping
    @Nullable
    Me me(@ContextValue Viewer viewer) {
        return viewer.accountId() == null ? null : new Me(viewer);
    }

    @SchemaMapping
    Mono<Account> account(Me me) {
        return register.find(new AccountId(idOf(me.viewer())), me.viewer());
    }

    @SchemaMapping
    Mono<List<HeldRole>> roles(Me me) {
        var grants = me.viewer().grants();
        return grids.allAt(grants.stream().map(Grant::within).distinct().toList(), Scope.everywhere())
                .collectMap(Grid::key)
                .map(byKey -> grants.stream()
                        .map(grant -> HeldRole.of(grant, byKey.get(grant.within())))
                        .toList());
    }

    @SchemaMapping
    Flux<Session> sessions(Me me) {
        return door.sessions(idOf(me.viewer()), me.viewer().sessionId());
    }

    @SchemaMapping
    @Nullable
    Restriction restriction(Me me) {
        return Restriction.of(me.viewer());
    }

    @MutationMapping
    Mono<SignOutPayload> endSession(
            @Argument EndSessionInput input,
            @ContextValue Viewer viewer,
            @ContextValue(required = false) @Nullable String address) {
        var account = idOf(viewer);
        return door.close(account, input.sessionId().value(), null)
                .delayUntil(count -> log.done(AccessAct.END_SESSION, viewer.actor(), account, address))
                .map(count -> new SignOutPayload(count, null));
    }

    private static UUID idOf(Viewer viewer) {
        var id = viewer.accountId();
        if (id == null) {
            throw new Fault(FaultCode.SIGN_IN_REQUIRED);
        }
        return id;
    }
}
