package org.wangge.local.street.matter;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;

/// Writes the steps of the last thirty days as rows of `event`, numbered without a gap.
final class EventSheet {
    private static final Duration KEPT = Duration.ofDays(30);

    private EventSheet() {}

    static Sheet of(List<Matter> matters, int streamNo, History history) {
        var sheet = new Sheet("event", "stream_no, n, type, subject, subject_version, grid_key, at, data");
        var since = history.endAt().minus(KEPT);
        matters.stream()
                .flatMap(EventSheet::happenings)
                .filter(happening -> !happening.step.at().isBefore(since))
                .sorted(Comparator.comparing((Happening happening) -> happening.step.at())
                        .thenComparing(happening -> happening.report.id()))
                .forEach(happening -> happening.write(streamNo, sheet));
        return sheet;
    }

    private static Stream<Happening> happenings(Matter matter) {
        return matter.steps().stream().map(step -> new Happening(matter.report(), step));
    }

    private record Happening(Report report, Step step) {
        void write(int streamNo, Sheet sheet) {
            var move = step.move();
            var n = sheet.rows() + 1;
            sheet.row(
                    streamNo,
                    n,
                    move.event(),
                    report.id(),
                    move.seq(),
                    report.site().grid().key(),
                    step.at(),
                    "{}");
        }
    }
}
