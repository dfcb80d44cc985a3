package org.wangge.access.account.wechat;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.wangge.access.account.AccessAct;
import org.wangge.access.account.Door;
import org.wangge.access.account.SessionTokens;
import org.wangge.access.account.phone.ResidentDoor;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Signing in from the mini-program: by the WeChat that was bound before, or by the phone that
/// WeChat vouches for, which binds it.
@Service
class WeChatSignIn {
    private final ObjectProvider<MiniProgram> miniProgram;
    private final WeChatAccounts accounts;
    private final ResidentDoor residents;
    private final Door door;
    private final Clock clock;

    WeChatSignIn(
            ObjectProvider<MiniProgram> miniProgram,
            WeChatAccounts accounts,
            ResidentDoor residents,
            Door door,
            Clock clock) {
        this.miniProgram = miniProgram;
        this.accounts = accounts;
        this.residents = residents;
        this.door = door;
        this.clock = clock;
    }

    /// @throws Refused PHONE_NEEDED, CREDENTIALS_REJECTED
    /// @throws Fault SIGN_IN_UNAVAILABLE, RATE_LIMITED, UNAVAILABLE
    Mono<SessionTokens> signIn(String code, @Nullable String phoneCode, @Nullable String address) {
        var weChat = miniProgram.getIfAvailable();
        if (weChat == null) {
            return Mono.error(new Fault(FaultCode.SIGN_IN_UNAVAILABLE, "WeChat"));
        }
        return weChat.openid(code)
                .flatMap(openid -> phoneCode == null ? bound(openid) : binding(weChat, openid, phoneCode))
                .flatMap(account -> door.open(new Door.Entry(AccessAct.SIGN_IN_BY_WECHAT, account, false, address)));
    }

    private Mono<UUID> bound(String openid) {
        return accounts.find(openid)
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.PhoneNeeded())))
                .filter(found -> !found.isDisabled())
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.CredentialsRejected())))
                .map(WeChatAccounts.Found::id);
    }

    private Mono<UUID> binding(MiniProgram weChat, String openid, String phoneCode) {
        return weChat.phone(phoneCode)
                .flatMap(residents::account)
                .delayUntil(account ->
                        accounts.bind(openid, account, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }
}
