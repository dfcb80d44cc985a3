package org.wangge.access.account.issuer;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// An issuer whose tokens are good here: one of `wangge.auth.issuers`.
///
/// @param issuer the `iss` of its tokens, and where its configuration is found
/// @param jwkSetUri where its keys are, if not as its configuration says
/// @param audience what must be among the `aud` of a token
/// @param accountClaim the claim that names the account
/// @param match what the claim holds: the name of an account, or the card number of a member
record IssuerSettings(
        String issuer,
        @Nullable String jwkSetUri,
        String audience,
        @DefaultValue("sub") String accountClaim,
        @DefaultValue("ACCOUNT_NAME") Match match) {
    /// What the claim that names the account holds.
    enum Match {
        ACCOUNT_NAME,
        CARD_NO
    }
}
