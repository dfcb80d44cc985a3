package org.wangge.issue.clock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/// The working time that comes with the server, for what has no server.
public final class UsualTime {
    private UsualTime() {}

    public static WorkingTime inChina() {
        var settings = new CalendarSettings(List.of("09:00-12:00", "13:00-17:00"), null);
        try {
            var clock = Clock.system(ZoneId.of("Asia/Shanghai"));
            return new WorkingTime(settings, new HolidayNotices(settings), clock, new SimpleMeterRegistry());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
