package org.wangge.issue.clock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/// Working time as it comes with the server, for tests without one.
public final class OfficialTime {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private OfficialTime() {}

    public static WorkingTime working() {
        var settings = new CalendarSettings(List.of("09:00-12:00", "13:00-17:00"), null);
        try {
            var notices = new HolidayNotices(settings);
            return new WorkingTime(settings, notices, Clock.system(SHANGHAI), new SimpleMeterRegistry());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
