package org.wangge.meeting.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.NewEvent;
import org.wangge.grid.GridKey;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.topic.TopicId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Whoever calls and leads a meeting has it before them, with its agenda and its venue.
@Component
class Chair {
    private final Meetings meetings;
    private final MeetingSteps steps;
    private final Agenda agenda;
    private final MeetingVenues venues;

    Chair(Meetings meetings, MeetingSteps steps, Agenda agenda, MeetingVenues venues) {
        this.meetings = meetings;
        this.steps = steps;
        this.agenda = agenda;
        this.venues = venues;
    }

    /// A meeting as it is now, and the events of what became of its venue.
    record Settled(Meeting meeting, List<NewEvent> events) {}

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

    /// The events of what was booked for it.
    ///
    /// @throws Refused ID_TAKEN, VENUE_TAKEN, VENUE_CLOSED, INPUT_REJECTED
    Mono<List<NewEvent>> planned(UUID id, PlanMeetingInput input, GridKey at, Viewer viewer, Instant now) {
        return meetings.insert(id, input, at, viewer.actor())
                .filter(inserted -> inserted)
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.IdTaken(new MeetingId(id).toString()))))
                .then(agenda.set(id, input.plan().topicIds()))
                .then(Mono.defer(() -> venues.book(id, at, input.plan(), viewer, now)));
    }

    /// @throws Refused VENUE_TAKEN, VENUE_CLOSED, INPUT_REJECTED
    Mono<Settled> changed(Meeting meeting, Plan plan, Viewer viewer, Instant now) {
        return agenda.set(meeting.id().value(), plan.topicIds())
                .then(venues.move(meeting, plan, viewer, now))
                .flatMap(events -> steps.change(meeting, plan).map(changed -> new Settled(changed, events)));
    }

    Mono<Settled> cancelled(Meeting meeting, String reason, Instant now) {
        return venues.release(meeting, reason, now)
                .flatMap(events -> steps.cancel(meeting, reason).map(cancelled -> new Settled(cancelled, events)));
    }

    /// @throws Refused INPUT_REJECTED when it does not stand on the agenda
    Mono<Void> discuss(Meeting meeting, TopicId topic, String consensus, Instant now) {
        return agenda.discuss(meeting.id(), topic, consensus, now)
                .filter(found -> found)
                .switchIfEmpty(Mono.error(() -> Problems.single("topicId", ProblemCode.UNKNOWN)))
                .then();
    }

    /// Those that were not discussed yet: one that was may wait for another meeting by now.
    Mono<List<TopicId>> topics(Meeting meeting) {
        return agenda.of(List.of(meeting.id().value()))
                .filter(item -> item.discussedAt() == null)
                .map(AgendaItem::topicId)
                .collectList();
    }
}
