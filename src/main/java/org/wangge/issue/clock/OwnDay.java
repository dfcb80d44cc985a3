package org.wangge.issue.clock;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a subdistrict says of a day; null is as in the calendar of the country, once more.
record OwnDay(UUID id, LocalDate day, @Nullable Boolean isWorking, String reason, int version) {}
