package org.wangge.meeting.session;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules by which meetings are planned. What is against them is [Refused].
@Service
class PlanService {
    private final Commands commands;
    private final Meetings meetings;
    private final Chair chair;
    private final PlanReferences references;
    private final Clock clock;

    PlanService(Commands commands, Meetings meetings, Chair chair, PlanReferences references, Clock clock) {
        this.commands = commands;
        this.meetings = meetings;
        this.chair = chair;
        this.references = references;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, ID_TAKEN
    Mono<Outcome> plan(PlanMeetingInput input, Viewer viewer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = input.id() == null ? UUID.randomUUID() : input.id();
        var work = references
                .of(input, viewer, input.plan().problems(now))
                .delayUntil(grid -> meetings.insert(id, input, grid.key(), viewer.actor())
                        .filter(inserted -> inserted)
                        .switchIfEmpty(
                                Mono.error(() -> new Refused(new Refusal.IdTaken(new MeetingId(id).toString())))))
                .delayUntil(grid -> chair.agenda(id, input.plan()))
                .map(grid ->
                        new Done(id, 1, List.of(new NewEvent(MeetingNews.PLANNED.event(), id, 1, grid.key(), now))));
        return commands.once(new Command(viewer.actor(), input.key(), "planMeeting", input), now, work);
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE once it was noticed
    Mono<Outcome> change(ChangeMeetingInput input, Viewer viewer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var work = chair.current(input.meetingId(), input.expectedVersion(), viewer)
                .doOnNext(meeting -> meeting.require(MeetingStatus.DRAFT))
                .delayUntil(meeting -> references.requireTopics(
                        meeting, input.plan(), input.plan().problems(now)))
                .flatMap(meeting -> chair.changed(meeting, input.plan()))
                .map(meeting -> done(meeting, now));
        return commands.once(new Command(viewer.actor(), input.key(), "changeMeeting", input), now, work);
    }

    private static Done done(Meeting meeting, Instant now) {
        return new Done(meeting.id().value(), meeting.version(), List.of(meeting.event(MeetingNews.CHANGED, now)));
    }
}
