package org.wangge.issue.clock;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Working time by the calendar of the country: public holidays, and weekends that are worked (调休).
/// Of a year without a notice only the weekends are known.
@Component
public class WorkingTime {
    /// A working day, with the hours that come with the server.
    public static final Duration DAY = Duration.ofHours(7);

    private static final Logger LOG = LoggerFactory.getLogger(WorkingTime.class);

    private final HolidayNotices notices;
    private final OfficeHours office;
    private final Set<Integer> missing = ConcurrentHashMap.newKeySet();

    WorkingTime(CalendarSettings settings, HolidayNotices notices, Clock clock, MeterRegistry meters) {
        this.notices = notices;
        this.office = new OfficeHours(settings.shifts(), clock.getZone(), this::isWorkday);
        meters.gauge("wangge.calendar.missing.years", missing, Set::size);
    }

    /// When so much working time has gone by; `from` itself for nothing.
    public Instant plus(Instant from, Duration working) {
        return office.plus(from, working);
    }

    /// How much working time lies between, nothing when `to` is not later.
    public Duration between(Instant from, Instant to) {
        return office.between(from, to);
    }

    public boolean isWorkday(LocalDate day) {
        var noticed = notices.on(day);
        if (noticed != null) {
            return noticed.isWorking();
        }
        if (!notices.knows(day.getYear()) && missing.add(day.getYear())) {
            LOG.warn("""
                    There is no notice of the holidays of {}: only its weekends count as free. Put {}.txt with the \
                    sentences of the State Council's notice into the folder wangge.calendar.folder.""", day.getYear(), day.getYear());
        }
        return !NoticeDate.isWeekend(day);
    }

    WorkDay on(LocalDate day) {
        var noticed = notices.on(day);
        return noticed == null
                ? new WorkDay(day, isWorkday(day), WorkDay.Source.WEEK, null, null, 0)
                : new WorkDay(day, noticed.isWorking(), WorkDay.Source.NOTICE, noticed.holiday(), null, 0);
    }

    /// All that it reckons with, so that two servers can see whether they reckon the same.
    String fingerprint() {
        var text = notices.text() + office;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    OfficeHours office() {
        return office;
    }
}
