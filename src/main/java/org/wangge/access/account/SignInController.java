package org.wangge.access.account;

import graphql.GraphQLContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.OncePerDocument;
import org.wangge.access.Viewer;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Signing in and out, in the graph.
@Controller
class SignInController {
    private final OncePerDocument once;
    private final SignIn signIn;
    private final OwnPassword password;
    private final Door door;
    private final AccessLog log;

    SignInController(OncePerDocument once, SignIn signIn, OwnPassword password, Door door, AccessLog log) {
        this.once = once;
        this.signIn = signIn;
        this.password = password;
        this.door = door;
        this.log = log;
    }

    @MutationMapping
    Mono<SessionPayload> signIn(
            @Argument SignInInput input,
            @ContextValue(required = false) @Nullable String address,
            GraphQLContext context) {
        once.pass(context);
        return SessionPayload.of(signIn.signIn(input, address)
                .onErrorResume(
                        Refused.class,
                        refused -> log.refusedTo(input.accountName(), AccessAct.SIGN_IN, refused, address)
                                .then(Mono.error(refused))));
    }

    @MutationMapping
    Mono<SessionPayload> refreshSession(
            @Argument RefreshSessionInput input,
            @ContextValue(required = false) @Nullable String address,
            GraphQLContext context) {
        once.pass(context);
        return SessionPayload.of(door.refresh(input.refreshToken(), address));
    }

    @MutationMapping
    Mono<PasswordPayload> changePassword(
            @Argument ChangePasswordInput input,
            @ContextValue Viewer viewer,
            @ContextValue(required = false) @Nullable String address,
            GraphQLContext context) {
        once.pass(context);
        return password.change(input, viewer, address)
                .thenReturn(new PasswordPayload(true, null))
                .onErrorResume(Refused.class, refused -> Mono.just(new PasswordPayload(false, refused.refusal())));
    }

    @MutationMapping
    Mono<SignOutPayload> signOut(
            @Argument SignOutInput input,
            @ContextValue Viewer viewer,
            @ContextValue(required = false) @Nullable String address) {
        var account = required(viewer.accountId());
        return door.close(account, input.everywhere() ? null : required(viewer.sessionId()), null)
                .delayUntil(count -> log.done(AccessAct.SIGN_OUT, viewer.actor(), account, address))
                .map(count -> new SignOutPayload(count, null));
    }

    private static UUID required(@Nullable UUID id) {
        if (id == null) {
            throw new Fault(FaultCode.SIGN_IN_REQUIRED);
        }
        return id;
    }
}
