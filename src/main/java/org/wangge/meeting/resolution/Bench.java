package org.wangge.meeting.resolution;

import org.springframework.stereotype.Component;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.meeting.MeetingSight;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Whoever puts resolutions into effect has them before them.
@Component
class Bench {
    private final Resolutions resolutions;

    Bench(Resolutions resolutions) {
        this.resolutions = resolutions;
    }

    /// The resolution at the version that was read, locked.
    ///
    /// @throws Refused INPUT_REJECTED, STALE_VERSION
    Mono<Resolution> current(ResolutionId id, int expected, Viewer viewer) {
        return resolutions
                .lock(id, own(viewer))
                .switchIfEmpty(Mono.error(() -> Problems.single("resolutionId", ProblemCode.UNKNOWN)))
                .doOnNext(resolution -> {
                    if (resolution.version() != expected) {
                        throw new Refused(new Refusal.StaleVersion(expected, resolution.version()));
                    }
                });
    }

    static MeetingSight own(Viewer viewer) {
        return MeetingSight.of(viewer.require(Right.CONVENE).scope(Right.CONVENE));
    }
}
