package org.wangge.meeting.session;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules by which meetings are planned. What is against them is [Refused].
@Service
class PlanService {
    private final Commands commands;
    private final Chair chair;
    private final PlanReferences references;
    private final Clock clock;

    PlanService(Commands commands, Chair chair, PlanReferences references, Clock clock) {
        this.commands = commands;
        this.chair = chair;
        this.references = references;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, ID_TAKEN, VENUE_TAKEN, VENUE_CLOSED
    Mono<Outcome> plan(PlanMeetingInput input, Viewer viewer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = input.id() == null ? UUID.randomUUID() : input.id();
        var work = references
                .of(input, viewer, input.plan().problems(now))
                .flatMap(grid -> chair.planned(id, input, grid.key(), viewer, now)
                        .map(events -> {
                            var planned = new NewEvent(MeetingNews.PLANNED.event(), id, 1, grid.key(), now);
                            return done(new Done(id, 1, List.of(planned)), events);
                        }));
        return commands.once(new Command(viewer.actor(), input.key(), "planMeeting", input), now, work);
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION, VENUE_TAKEN, VENUE_CLOSED, NOT_IN_THIS_STATE once it was
    /// noticed
    Mono<Outcome> change(ChangeMeetingInput input, Viewer viewer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var work = chair.current(input.meetingId(), input.expectedVersion(), viewer)
                .doOnNext(meeting -> meeting.require(MeetingStatus.DRAFT))
                .delayUntil(meeting -> references.requireTopics(
                        meeting, input.plan(), input.plan().problems(now)))
                .flatMap(meeting -> chair.changed(meeting, input.plan(), viewer, now))
                .map(settled -> done(changed(settled.meeting(), now), settled.events()));
        return commands.once(new Command(viewer.actor(), input.key(), "changeMeeting", input), now, work);
    }

    private static Done changed(Meeting meeting, Instant now) {
        return new Done(meeting.id().value(), meeting.version(), List.of(meeting.event(MeetingNews.CHANGED, now)));
    }

    private static Done done(Done done, List<NewEvent> more) {
        var events = new ArrayList<>(done.events());
        events.addAll(more);
        return new Done(done.subject(), done.version(), events);
    }
}
