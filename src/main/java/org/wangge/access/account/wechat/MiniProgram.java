package org.wangge.access.account.wechat;

import org.wangge.access.account.phone.Phone;
import reactor.core.publisher.Mono;

/// What WeChat tells of whoever uses our mini-program. Codes are good once and for minutes.
interface MiniProgram {
    /// Who uses it, by the code of `wx.login`: an id that WeChat keeps for us and this person.
    ///
    /// @throws org.wangge.refusal.Refused CREDENTIALS_REJECTED when the code is not good
    /// @throws org.wangge.refusal.Fault RATE_LIMITED, UNAVAILABLE
    Mono<String> openid(String code);

    /// The phone they agreed to give, by the code of `getPhoneNumber`.
    ///
    /// @throws org.wangge.refusal.Refused CREDENTIALS_REJECTED when the code is not good
    /// @throws org.wangge.refusal.Fault RATE_LIMITED, UNAVAILABLE
    Mono<Phone> phone(String phoneCode);
}
