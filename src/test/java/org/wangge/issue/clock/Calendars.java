package org.wangge.issue.clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Working time without a server.
final class Calendars {
    private Calendars() {}

    static WorkingTime ours() {
        return with(null, new SimpleMeterRegistry());
    }

    static WorkingTime with(@Nullable Path folder, MeterRegistry meters) {
        var settings =
                new CalendarSettings(List.of("09:00-12:00", "13:00-17:00"), folder == null ? null : folder.toString());
        try {
            return new WorkingTime(
                    settings, new HolidayNotices(settings), Clock.system(ZoneId.of("Asia/Shanghai")), meters);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
