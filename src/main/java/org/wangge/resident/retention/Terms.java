package org.wangge.resident.retention;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long what is kept (`wangge.retention`).
///
/// @param movedOut personal values of those who moved away
/// @param deceased personal values of those who died
/// @param requests what residents asked, once it was decided
/// @param disclosures who looked at whom
/// @param closedAccounts the phones of accounts that were closed
@ConfigurationProperties("wangge.retention")
record Terms(
        @DefaultValue("2y") Period movedOut,
        @DefaultValue("1y") Period deceased,
        @DefaultValue("2y") Period requests,
        @DefaultValue("3y") Period disclosures,
        @DefaultValue("30d") Period closedAccounts) {}
