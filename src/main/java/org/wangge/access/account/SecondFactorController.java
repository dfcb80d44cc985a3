package org.wangge.access.account;

import graphql.GraphQLContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.OncePerDocument;
import org.wangge.access.Standings;
import org.wangge.access.Viewer;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Refusal;
import reactor.core.publisher.Mono;

/// Setting up a second factor (双因素认证), which administrators must have.
@Controller
class SecondFactorController {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OncePerDocument once;
    private final SecondFactors factors;
    private final CredentialStore store;
    private final Standings standings;
    private final AccessLog log;

    SecondFactorController(
            OncePerDocument once, SecondFactors factors, CredentialStore store, Standings standings, AccessLog log) {
        this.once = once;
        this.factors = factors;
        this.store = store;
        this.standings = standings;
        this.log = log;
    }

    /// What a device is set up with; shown once.
    record Enrolment(String secret, String uri) {
        static Enrolment of(String secret, String name) {
            var label = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
            return new Enrolment(
                    secret,
                    "otpauth://totp/Wangge:%s?secret=%s&issuer=Wangge&algorithm=SHA1&digits=6&period=30"
                            .formatted(label, secret));
        }

        @Override
        public String toString() {
            return "enrolment";
        }
    }

    record CodeInput(String code) {
        @Override
        public String toString() {
            return "code";
        }
    }

    record FactorPayload(
            @Nullable List<String> recoveryCodes, @Nullable Refusal refusal) {}

    @MutationMapping
    Mono<Enrolment> enrolSecondFactor(@ContextValue Viewer viewer) {
        var secret = new byte[Totp.SECRET];
        RANDOM.nextBytes(secret);
        var accountId = idOf(viewer);
        return store.find(accountId)
                .filter(credentials -> !credentials.hasSecondFactor() || viewer.restriction() == null)
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.SECOND_FACTOR_REQUIRED)))
                .flatMap(credentials -> factors.propose(accountId, secret)
                        .thenReturn(Enrolment.of(Base32.encode(secret), credentials.name())));
    }

    @MutationMapping
    Mono<FactorPayload> confirmSecondFactor(
            @Argument CodeInput input,
            @ContextValue Viewer viewer,
            @ContextValue(required = false) @Nullable String address,
            GraphQLContext context) {
        once.pass(context);
        var accountId = idOf(viewer);
        var codes = RecoveryCode.ten();
        return factors.confirm(accountId, viewer.sessionId(), input.code(), codes)
                .filter(confirmed -> confirmed)
                .doOnNext(confirmed -> standings.forget(accountId))
                .delayUntil(confirmed -> log.done(AccessAct.CONFIRM_SECOND_FACTOR, viewer.actor(), accountId, address))
                .map(confirmed ->
                        new FactorPayload(codes.stream().map(RecoveryCode::text).toList(), null))
                .defaultIfEmpty(new FactorPayload(null, new Refusal.CredentialsRejected()));
    }

    private static UUID idOf(Viewer viewer) {
        var id = viewer.accountId();
        if (id == null) {
            throw new Fault(FaultCode.SIGN_IN_REQUIRED);
        }
        return id;
    }
}
