package org.wangge.local.street.life;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.wangge.local.street.matter.Report;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;

/// Writes the steps of the last thirty days as rows of `event`, numbered without a gap.
final class EventSheet {
    private static final Duration KEPT = Duration.ofDays(30);

    private EventSheet() {}

    static Sheet of(List<Docket> dockets, int streamNo, History history) {
        var sheet = new Sheet("event", "stream_no, n, type, subject, subject_version, grid_key, at, data");
        var since = history.endAt().minus(KEPT);
        dockets.stream()
                .flatMap(EventSheet::happenings)
                .filter(happening -> !happening.step.at().isBefore(since))
                .sorted(Comparator.comparing((Happening happening) -> happening.step.at())
                        .thenComparing(happening -> happening.report.id())
                        .thenComparing(happening -> happening.step.seq()))
                .forEach(happening -> happening.write(streamNo, sheet));
        return sheet;
    }

    private static Stream<Happening> happenings(Docket docket) {
        return docket.steps.stream().map(step -> new Happening(docket.report(), step));
    }

    private record Happening(Report report, Step step) {
        void write(int streamNo, Sheet sheet) {
            var n = sheet.rows() + 1;
            var key = report.site().grid().key();
            sheet.row(streamNo, n, step.move().event(), report.id(), step.seq(), key, step.at(), "{}");
        }
    }
}
