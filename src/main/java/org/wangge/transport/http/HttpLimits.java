package org.wangge.transport.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What a caller may ask of the doors.
///
/// @param body the largest body of a request
/// @param depth how deep its JSON may be nested
/// @param sending how long somebody may take to send it
/// @param stalled after how long without reading an event stream is closed
/// @param keepAlive how often a comment is sent through an event stream, for the proxies in between
@ConfigurationProperties("wangge.limits")
record HttpLimits(
        @DefaultValue("256KB") DataSize body,
        @DefaultValue("50") int depth,
        @DefaultValue("30s") Duration sending,
        @DefaultValue("60s") Duration stalled,
        @DefaultValue("15s") Duration keepAlive) {}
