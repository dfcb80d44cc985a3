package org.wangge.meeting.resolution;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.grid.Scope;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.topic.TopicStatus;
import org.wangge.meeting.topic.Topics;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules of objecting (异议): while the public notice lasts, once each; what is upheld overturns the
/// resolution, and the topic is deliberated on again.
@Service
class ObjectionService {
    private final Commands commands;
    private final Resolutions resolutions;
    private final Objections objections;
    private final Bench bench;
    private final Topics topics;
    private final Clock clock;

    ObjectionService(
            Commands commands,
            Resolutions resolutions,
            Objections objections,
            Bench bench,
            Topics topics,
            Clock clock) {
        this.commands = commands;
        this.resolutions = resolutions;
        this.objections = objections;
        this.bench = bench;
        this.topics = topics;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED also when they objected before, NOT_IN_THIS_STATE, TIME_IS_OVER
    Mono<Outcome> object(ObjectToResolutionInput input, Viewer viewer) {
        input.check();
        var now = now();
        var work = resolutions
                .lock(input.resolutionId(), MeetingSight.of(viewer.signedIn()))
                .switchIfEmpty(Mono.error(() -> Problems.single("resolutionId", ProblemCode.UNKNOWN)))
                .doOnNext(resolution -> requireNotice(resolution, now))
                .delayUntil(resolution -> objections
                        .insert(resolution.id(), input.text().strip(), viewer, now)
                        .filter(isFirst -> isFirst)
                        .switchIfEmpty(Mono.error(() -> Problems.single("resolutionId", ProblemCode.DUPLICATE))))
                .map(resolution -> done(resolution, List.of(resolution.event("OBJECTED", now))));
        return commands.once(new Command(viewer.actor(), input.key(), "objectToResolution", input), now, work);
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE
    Mono<Outcome> answer(AnswerObjectionInput input, Viewer viewer) {
        input.check();
        var now = now();
        var work = bench.current(input.resolutionId(), input.expectedVersion(), viewer)
                .doOnNext(resolution -> resolution.require(ResolutionStatus.PUBLIC_NOTICE))
                .delayUntil(resolution -> objections
                        .answer(input, now)
                        .filter(answered -> answered)
                        .switchIfEmpty(Mono.error(() -> Problems.single("objectionId", ProblemCode.UNKNOWN))))
                .flatMap(resolution -> input.isUpheld()
                        ? overturned(resolution, input, viewer, now)
                        : resolutions
                                .touch(resolution)
                                .map(touched -> done(touched, List.of(touched.event("OBJECTION_ANSWERED", now)))));
        return commands.once(new Command(viewer.actor(), input.key(), "answerObjection", input), now, work);
    }

    private Mono<Done> overturned(Resolution resolution, AnswerObjectionInput input, Viewer viewer, Instant now) {
        return resolutions
                .overturn(resolution)
                .flatMap(overturned -> topics.lock(
                                List.of(resolution.topicId().value()), MeetingSight.of(Scope.everywhere()))
                        .next()
                        .flatMap(topic -> topics.move(
                                topic, TopicStatus.DEFERRED, input.answer().strip(), viewer.actor(), now))
                        .map(topic -> {
                            var events = new ArrayList<NewEvent>(List.of(overturned.event("OVERTURNED", now)));
                            events.add(topic.event(now));
                            return done(overturned, events);
                        }));
    }

    private static void requireNotice(Resolution resolution, Instant now) {
        resolution.require(ResolutionStatus.PUBLIC_NOTICE);
        var until = Objects.requireNonNull(resolution.publicUntil());
        if (!now.isBefore(until)) {
            throw new Refused(new FlowRefusal.TimeIsOver(until));
        }
    }

    private static Done done(Resolution resolution, List<NewEvent> events) {
        return new Done(resolution.id().value(), resolution.version(), events);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
