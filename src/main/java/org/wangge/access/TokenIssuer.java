package org.wangge.access;

import reactor.core.publisher.Mono;

/// Somebody else whose tokens are good here.
public interface TokenIssuer {
    /// The `iss` of its tokens.
    String issuer();

    /// @throws org.wangge.refusal.Fault one of the `TOKEN_…` codes, or UNAVAILABLE when the issuer's keys cannot be
    /// read
    Mono<Claims> verify(String token);
}
