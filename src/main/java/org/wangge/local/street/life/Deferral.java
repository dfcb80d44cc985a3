package org.wangge.local.street.life;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.wangge.local.street.matter.Report;

/// A case that was put off to be deliberated on (挂账议事), by whom, from when until when, and when it was
/// closed after that.
public record Deferral(Report report, UUID lead, Instant since, Instant until, Instant closedAt) {
    private static final String DELIBERATION = "DELIBERATION";

    static Optional<Deferral> of(Docket docket) {
        var closedAt = docket.closedAt();
        return docket.papers.pauses.stream()
                .filter(pause -> closedAt != null && docket.round() == 1)
                .filter(pause -> pause.kind().equals(DELIBERATION) && pause.endedAt() != null)
                .findFirst()
                .map(pause -> new Deferral(
                        docket.report(),
                        UUID.fromString(pause.askedBy().substring("member:".length())),
                        Objects.requireNonNull(pause.decidedAt()),
                        Objects.requireNonNull(pause.endedAt()),
                        Objects.requireNonNull(closedAt)));
    }
}
