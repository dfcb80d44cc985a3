package org.wangge.meeting.resolution;

import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.meeting.MeetingSight;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Answers commands on resolutions: with the resolution after it, or why it was refused.
@Component
class ResolutionDesk {
    private final Resolutions resolutions;
    private final ReturningIssues returning;

    ResolutionDesk(Resolutions resolutions, ReturningIssues returning) {
        this.resolutions = resolutions;
        this.returning = returning;
    }

    /// After what may bring issues back.
    Mono<ResolutionPayload> answerAndReturn(Mono<Outcome> outcome, Viewer viewer) {
        return answer(outcome.delayUntil(done -> returning.comeBack()), viewer);
    }

    Mono<ResolutionPayload> answer(Mono<Outcome> outcome, Viewer viewer) {
        return outcome.flatMap(done -> resolutions
                        .find(new ResolutionId(done.subject()), MeetingSight.of(viewer))
                        .map(resolution -> new ResolutionPayload(resolution, null, done.replayed(), done.cursor()))
                        .defaultIfEmpty(new ResolutionPayload(null, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(ResolutionPayload.refused(refused.refusal())));
    }
}
