package org.wangge.local.street.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/// What happened on the street in the last thirty days, in the order in which it happened: what came
/// before is not kept as events any more.
public final class Chronicle {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Comparator<Happening> ORDER = Comparator.comparing(Happening::at)
            .thenComparing(Happening::subject)
            .thenComparing(Happening::version);

    private final List<Happening> happenings = new ArrayList<>();
    private final Instant since;

    public Chronicle(History history) {
        this.since = history.endAt().minus(KEPT);
    }

    private record Happening(String type, UUID subject, int version, String key, Instant at) {}

    public void tell(String type, UUID subject, int version, String key, Instant at) {
        if (!at.isBefore(since)) {
            happenings.add(new Happening(type, subject, version, key, at));
        }
    }

    /// Follows a subject that nothing has happened to.
    public Course course(UUID subject, String key) {
        return new Course(this, subject, key);
    }

    /// Rows of `event`, numbered without a gap.
    public Sheet sheet(int streamNo) {
        var sheet = new Sheet("event", "stream_no, n, type, subject, subject_version, grid_key, at, data");
        happenings.stream()
                .sorted(ORDER)
                .forEach(one -> sheet.row(
                        streamNo, sheet.rows() + 1, one.type, one.subject, one.version, one.key, one.at, "{}"));
        return sheet;
    }
}
