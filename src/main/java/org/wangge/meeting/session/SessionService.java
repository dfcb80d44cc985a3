package org.wangge.meeting.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.meeting.topic.TopicStatus;
import org.wangge.refusal.MeetingRefusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules by which people meet: with a quorum, topic by topic, and with minutes at the end.
@Service
class SessionService {
    /// So long before its beginning people sign in, and it can be opened.
    static final Duration DOORS = Duration.ofHours(1);

    private static final String NOT_REACHED = "会议未议，顺延";

    private final Commands commands;
    private final Chair chair;
    private final MeetingSteps steps;
    private final Convocation convocation;
    private final Quorum quorum;
    private final Clock clock;

    SessionService(
            Commands commands, Chair chair, MeetingSteps steps, Convocation convocation, Quorum quorum, Clock clock) {
        this.commands = commands;
        this.chair = chair;
        this.steps = steps;
        this.convocation = convocation;
        this.quorum = quorum;
        this.clock = clock;
    }

    /// Also goes on with one that was adjourned.
    ///
    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE, OUTSIDE_WINDOW, QUORUM_NOT_MET
    Mono<Outcome> open(MeetingStepInput input, Viewer viewer) {
        var now = now();
        var today = LocalDate.ofInstant(now, clock.getZone());
        var work = chair.current(input.meetingId(), input.expectedVersion(), viewer)
                .doOnNext(meeting -> meeting.require(MeetingStatus.NOTICED, MeetingStatus.ADJOURNED))
                .doOnNext(meeting -> requireDoors(meeting, now))
                .flatMap(meeting -> convocation
                        .rules(meeting)
                        .flatMap(rules -> quorum.seats(meeting, rules, today))
                        .flatMap(seats -> steps.open(meeting, seats, now)))
                .map(meeting -> done(meeting, MeetingNews.OPENED, List.of(), now));
        return commands.once(new Command(viewer.actor(), input.key(), "openMeeting", input), now, work);
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE
    Mono<Outcome> adjourn(MeetingStepInput input, Viewer viewer) {
        var now = now();
        var work = chair.current(input.meetingId(), input.expectedVersion(), viewer)
                .doOnNext(meeting -> meeting.require(MeetingStatus.IN_SESSION))
                .flatMap(meeting -> steps.adjourn(meeting, now))
                .map(meeting -> done(meeting, MeetingNews.ADJOURNED, List.of(), now));
        return commands.once(new Command(viewer.actor(), input.key(), "adjournMeeting", input), now, work);
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE of the meeting or the topic
    Mono<Outcome> discuss(DiscussTopicInput input, Viewer viewer) {
        input.check();
        var now = now();
        var work = chair.current(input.meetingId(), input.expectedVersion(), viewer)
                .doOnNext(meeting -> meeting.require(MeetingStatus.IN_SESSION))
                .flatMap(meeting -> discussed(meeting, input, viewer, now));
        return commands.once(new Command(viewer.actor(), input.key(), "discussTopic", input), now, work);
    }

    /// What was not reached is put off.
    ///
    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE
    Mono<Outcome> close(CloseMeetingInput input, Viewer viewer) {
        input.check();
        var now = now();
        var work = chair.current(input.meetingId(), input.expectedVersion(), viewer)
                .doOnNext(meeting -> meeting.require(MeetingStatus.ADJOURNED))
                .flatMap(meeting -> steps.close(meeting, input.minutes().strip(), now))
                .flatMap(meeting -> convocation
                        .moved(meeting, TopicStatus.SCHEDULED, TopicStatus.DEFERRED, NOT_REACHED, viewer.actor(), now)
                        .map(events -> done(meeting, MeetingNews.CLOSED, events, now)));
        return commands.once(new Command(viewer.actor(), input.key(), "closeMeeting", input), now, work);
    }

    private Mono<Done> discussed(Meeting meeting, DiscussTopicInput input, Viewer viewer, Instant now) {
        return chair.discuss(meeting, input.topicId(), input.consensusText().strip(), now)
                .then(convocation.topic(input.topicId()))
                .doOnNext(topic -> topic.require(TopicStatus.SCHEDULED, TopicStatus.DISCUSSED))
                .flatMap(topic -> topic.status() == TopicStatus.DISCUSSED
                        ? Mono.just(List.<NewEvent>of())
                        : convocation
                                .moved(topic, TopicStatus.DISCUSSED, viewer.actor(), now)
                                .map(moved -> List.of(moved.event(now))))
                .flatMap(events ->
                        steps.touch(meeting).map(touched -> done(touched, MeetingNews.TOPIC_DISCUSSED, events, now)));
    }

    static void requireDoors(Meeting meeting, Instant now) {
        var doors = meeting.startsAt().minus(DOORS);
        if (now.isBefore(doors)) {
            throw new Refused(new MeetingRefusal.OutsideWindow(doors, null));
        }
    }

    private static Done done(Meeting meeting, MeetingNews news, List<NewEvent> more, Instant now) {
        var events = new ArrayList<>(List.of(meeting.event(news, now)));
        events.addAll(more);
        return new Done(meeting.id().value(), meeting.version(), events);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
