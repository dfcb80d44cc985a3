package org.wangge.issue.clock;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When people work (`wangge.calendar`).
///
/// @param hours of each working day, such as `09:00-12:00`, in order
/// @param folder where notices of holidays are, one file to a year, such as `2027.txt`; they go before ours
@ConfigurationProperties("wangge.calendar")
record CalendarSettings(
        @DefaultValue({"09:00-12:00", "13:00-17:00"}) List<String> hours,
        @Nullable String folder) {
    CalendarSettings {
        hours = List.copyOf(hours);
        shifts(hours);
    }

    List<OfficeHours.Shift> shifts() {
        return shifts(hours);
    }

    @Nullable
    Path path() {
        return folder == null || folder.isBlank() ? null : Path.of(folder);
    }

    private static List<OfficeHours.Shift> shifts(List<String> hours) {
        var shifts = hours.stream().map(CalendarSettings::shift).toList();
        for (int i = 1; i < shifts.size(); i++) {
            if (shifts.get(i).from().isBefore(shifts.get(i - 1).to())) {
                throw new IllegalArgumentException("wangge.calendar.hours are not in order: " + hours);
            }
        }
        if (shifts.isEmpty()) {
            throw new IllegalArgumentException("wangge.calendar.hours are empty");
        }
        return shifts;
    }

    private static OfficeHours.Shift shift(String text) {
        var ends = text.split("-");
        if (ends.length != 2) {
            throw new IllegalArgumentException("wangge.calendar.hours are like 09:00-12:00, not " + text);
        }
        return new OfficeHours.Shift(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
    }
}
