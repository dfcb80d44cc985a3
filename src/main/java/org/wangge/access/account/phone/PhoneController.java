package org.wangge.access.account.phone;

import graphql.GraphQLContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.OncePerDocument;
import org.wangge.access.account.AccessAct;
import org.wangge.access.account.AccessLog;
import org.wangge.access.account.SessionPayload;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Signing in by phone, in the graph.
@Controller
class PhoneController {
    private final OncePerDocument once;
    private final PhoneSignIn signIn;
    private final AccessLog log;

    PhoneController(OncePerDocument once, PhoneSignIn signIn, AccessLog log) {
        this.once = once;
        this.signIn = signIn;
        this.log = log;
    }

    record RequestPhoneCodeInput(String phone) {
        @Override
        public String toString() {
            return "request of a code";
        }
    }

    record SignInByPhoneInput(String phone, String code) {
        @Override
        public String toString() {
            return "sign-in by phone";
        }
    }

    record PhoneCodePayload(
            @Nullable Instant expiresAt, @Nullable Refusal refusal) {}

    @MutationMapping
    Mono<PhoneCodePayload> requestPhoneCode(
            @Argument RequestPhoneCodeInput input,
            @ContextValue(required = false) @Nullable String address,
            GraphQLContext context) {
        once.pass(context);
        return Mono.fromSupplier(() -> Phone.of("phone", input.phone()))
                .flatMap(phone -> signIn.request(phone, address))
                .delayUntil(until -> log.done(AccessAct.REQUEST_PHONE_CODE, "anonymous", null, address))
                .map(until -> new PhoneCodePayload(until, null))
                .onErrorResume(Refused.class, refused -> Mono.just(new PhoneCodePayload(null, refused.refusal())));
    }

    @MutationMapping
    Mono<SessionPayload> signInByPhone(
            @Argument SignInByPhoneInput input,
            @ContextValue(required = false) @Nullable String address,
            GraphQLContext context) {
        once.pass(context);
        return SessionPayload.of(Mono.fromSupplier(() -> Phone.of("phone", input.phone()))
                .flatMap(phone -> signIn.signIn(phone, input.code(), address))
                .onErrorResume(
                        Refused.class,
                        refused -> log.refused(AccessAct.SIGN_IN_BY_PHONE, refused, null, address)
                                .then(Mono.error(refused))));
    }
}
