package org.wangge.file;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How large, how many and how long.
///
/// @param most of one file
/// @param unclaimed of all files that one person sent and nothing has claimed; ten times that for
///     all who are not known together
/// @param unclaimedFor after which such a file is removed
/// @param ticket how long one may upload with it
/// @param link how long a link to a file is good, at least
/// @param patience how long an upload may take
/// @param publicUrl in front of the paths of links, where clients need whole addresses
@ConfigurationProperties("wangge.files")
record FileSettings(
        @DefaultValue("20MB") DataSize most,
        @DefaultValue("500MB") DataSize unclaimed,
        @DefaultValue("24h") Duration unclaimedFor,
        @DefaultValue("15m") Duration ticket,
        @DefaultValue("10m") Duration link,
        @DefaultValue("10m") Duration patience,
        @DefaultValue("") String publicUrl) {}
