package org.wangge.meeting.session;

import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.meeting.MeetingSight;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Answers commands on meetings: with the meeting after it, or why it was refused.
@Component
class MeetingDesk {
    private final Meetings meetings;

    MeetingDesk(Meetings meetings) {
        this.meetings = meetings;
    }

    Mono<MeetingPayload> answer(Mono<Outcome> outcome, Viewer viewer) {
        return outcome.flatMap(done -> meetings.find(new MeetingId(done.subject()), MeetingSight.of(viewer))
                        .map(meeting -> new MeetingPayload(meeting, null, done.replayed(), done.cursor()))
                        .defaultIfEmpty(new MeetingPayload(null, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(MeetingPayload.refused(refused.refusal())));
    }
}
