package org.wangge.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long what is trusted, and whom tokens name.
///
/// @param issuer the `iss` of our own tokens
/// @param audience the `aud` that a token must hold
/// @param accessToken how long an access token is good
/// @param anonymousSockets whether a socket opens without a token; what it then asks is anonymous
/// @param anonymousIntrospection whether the schema is told to whoever asks
@ConfigurationProperties("wangge.access")
public record AccessSettings(
        @DefaultValue("wangge") String issuer,
        @DefaultValue("wangge") String audience,
        @DefaultValue("10m") Duration accessToken,
        @DefaultValue("false") boolean anonymousSockets,
        @DefaultValue("false") boolean anonymousIntrospection) {}
