package org.wangge.meeting.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.topic.TopicId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Whoever calls and leads a meeting has it before them, with its agenda.
@Component
class Chair {
    private final Meetings meetings;
    private final MeetingSteps steps;
    private final Agenda agenda;

    Chair(Meetings meetings, MeetingSteps steps, Agenda agenda) {
        this.meetings = meetings;
        this.steps = steps;
        this.agenda = agenda;
    }

    /// The meeting at the version that was read, locked.
    ///
    /// @throws Refused INPUT_REJECTED, STALE_VERSION
    Mono<Meeting> current(MeetingId id, int expected, Viewer viewer) {
        return meetings.lock(id, own(viewer))
                .switchIfEmpty(Mono.error(() -> Problems.single("meetingId", ProblemCode.UNKNOWN)))
                .doOnNext(meeting -> {
                    if (meeting.version() != expected) {
                        throw new Refused(new Refusal.StaleVersion(expected, meeting.version()));
                    }
                });
    }

    /// Where somebody calls meetings.
    static MeetingSight own(Viewer viewer) {
        return MeetingSight.of(viewer.require(Right.CONVENE).scope(Right.CONVENE));
    }

    Mono<Void> agenda(UUID meeting, Plan plan) {
        return agenda.set(meeting, plan.topicIds());
    }

    Mono<Meeting> changed(Meeting meeting, Plan plan) {
        return agenda.set(meeting.id().value(), plan.topicIds()).then(steps.change(meeting, plan));
    }

    /// @throws Refused INPUT_REJECTED when it does not stand on the agenda
    Mono<Void> discuss(Meeting meeting, TopicId topic, String consensus, Instant now) {
        return agenda.discuss(meeting.id(), topic, consensus, now)
                .filter(found -> found)
                .switchIfEmpty(Mono.error(() -> Problems.single("topicId", ProblemCode.UNKNOWN)))
                .then();
    }

    Mono<List<TopicId>> topics(Meeting meeting) {
        return agenda.of(List.of(meeting.id().value())).map(AgendaItem::topicId).collectList();
    }
}
