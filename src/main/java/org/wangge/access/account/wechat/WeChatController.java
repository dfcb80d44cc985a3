package org.wangge.access.account.wechat;

import graphql.GraphQLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.OncePerDocument;
import org.wangge.access.account.AccessAct;
import org.wangge.access.account.AccessLog;
import org.wangge.access.account.SessionPayload;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Signing in from WeChat, in the graph.
@Controller
class WeChatController {
    private final OncePerDocument once;
    private final WeChatSignIn signIn;
    private final AccessLog log;

    WeChatController(OncePerDocument once, WeChatSignIn signIn, AccessLog log) {
        this.once = once;
        this.signIn = signIn;
        this.log = log;
    }

    record SignInWithWeChatInput(String code, @Nullable String phoneCode) {
        @Override
        public String toString() {
            return "sign-in with WeChat";
        }
    }

    @MutationMapping
    Mono<SessionPayload> signInWithWeChat(
            @Argument SignInWithWeChatInput input,
            @ContextValue(required = false) @Nullable String address,
            GraphQLContext context) {
        once.pass(context);
        return SessionPayload.of(signIn.signIn(input.code(), input.phoneCode(), address)
                .onErrorResume(
                        Refused.class,
                        refused -> log.refused(AccessAct.SIGN_IN_BY_WECHAT, refused, null, address)
                                .then(Mono.error(refused))));
    }
}
