package org.wangge.issue.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.clock.DuePoint;
import org.wangge.issue.clock.IssueClock;
import org.wangge.issue.evidence.Evidence;
import org.wangge.issue.evidence.EvidenceKind;

/// The clocks and the evidence of a [Sample].
final class SampleRows {
    private SampleRows() {}

    static List<IssueClock> clocks(Sample sample) {
        var clocks = new ArrayList<IssueClock>();
        add(clocks, DuePoint.SIGN, sample.signDue);
        add(clocks, DuePoint.HANDLE, sample.handleDue);
        add(clocks, DuePoint.REWORK, sample.reworkDue);
        add(clocks, DuePoint.CONTACT, sample.contactDue);
        return clocks;
    }

    private static void add(List<IssueClock> clocks, DuePoint point, @Nullable Instant due) {
        if (due != null) {
            clocks.add(new IssueClock(
                    new UUID(5, clocks.size()),
                    Sample.ID,
                    1,
                    point,
                    1,
                    true,
                    due.minusSeconds(7200),
                    due,
                    due,
                    null,
                    null,
                    null,
                    null,
                    Duration.ZERO));
        }
    }

    static List<Evidence> evidence(Sample sample) {
        return sample.given.stream().map(kind -> evidence(kind, sample)).toList();
    }

    private static Evidence evidence(EvidenceKind kind, Sample sample) {
        var verdict =
                sample.failed.contains(kind) ? Boolean.FALSE : sample.accepted.contains(kind) ? Boolean.TRUE : null;
        return new Evidence(
                new UUID(4, kind.ordinal()),
                sample.id,
                1,
                kind,
                null,
                null,
                null,
                null,
                Sample.NOW,
                null,
                null,
                null,
                null,
                null,
                "member:x",
                Sample.NOW,
                verdict,
                null,
                null);
    }
}
