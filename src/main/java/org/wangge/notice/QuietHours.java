package org.wangge.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/// From 22:00 to 07:00 nobody is called by their phone, unless it is an emergency.
@Component
class QuietHours {
    private static final LocalTime FROM = LocalTime.of(22, 0);
    private static final LocalTime TO = LocalTime.of(7, 0);

    private final Clock clock;

    QuietHours(Clock clock) {
        this.clock = clock;
    }

    boolean isQuiet(Instant at) {
        return over(at).isAfter(at);
    }

    /// The instant itself, or the end of the quiet hours that it lies in.
    Instant over(Instant at) {
        var local = at.atZone(clock.getZone());
        var time = local.toLocalTime();
        if (time.isBefore(TO)) {
            return local.with(TO).toInstant();
        }
        return time.isBefore(FROM) ? at : local.plusDays(1).with(TO).toInstant();
    }
}
