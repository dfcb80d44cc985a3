package org.wangge.access.account.phone;

import reactor.core.publisher.Mono;

/// Sends a code to a phone by text message.
public interface SmsSender {
    /// @throws org.wangge.refusal.Fault UNAVAILABLE when it could not be handed over
    Mono<Void> send(Phone phone, String code, int minutes);
}
