package org.wangge.meeting.resolution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.grid.Scope;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.topic.Topic;
import org.wangge.meeting.topic.TopicStatus;
import org.wangge.meeting.topic.Topics;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules by which something is resolved: what passes was voted for by enough, and lies open for five
/// days to whoever it concerns.
@Service
class AdoptionService {
    static final Duration PUBLIC_NOTICE = Duration.ofDays(5);

    private final Commands commands;
    private final Resolutions resolutions;
    private final Tasks tasks;
    private final AdoptionReferences references;
    private final Topics topics;
    private final Clock clock;

    AdoptionService(
            Commands commands,
            Resolutions resolutions,
            Tasks tasks,
            AdoptionReferences references,
            Topics topics,
            Clock clock) {
        this.commands = commands;
        this.resolutions = resolutions;
        this.tasks = tasks;
        this.references = references;
        this.topics = topics;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE of the topic, THRESHOLD_NOT_MET, ID_TAKEN
    Mono<Outcome> adopt(AdoptResolutionInput input, Viewer viewer) {
        var own = Bench.own(viewer);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = new ResolutionId(input.id() == null ? UUID.randomUUID() : input.id());
        var work = references
                .topic(input, own)
                .flatMap(topic -> adopted(resolution(id, input, topic, now), topic, input, viewer, now));
        return commands.once(new Command(viewer.actor(), input.key(), "adoptResolution", input), now, work);
    }

    private Mono<Done> adopted(
            Resolution resolution, Topic topic, AdoptResolutionInput input, Viewer viewer, Instant now) {
        return resolutions
                .insert(resolution)
                .filter(inserted -> inserted)
                .switchIfEmpty(Mono.defer(() -> taken(resolution)))
                .then(tasks.insert(resolution.id(), references.tasks(resolution.id(), input, topic)))
                .then(topics.move(topic, next(resolution), null, viewer.actor(), now))
                .map(moved -> new Done(
                        resolution.id().value(), 1, List.of(resolution.event("ADOPTED", now), moved.event(now))));
    }

    private Mono<Boolean> taken(Resolution resolution) {
        return resolutions
                .find(resolution.id(), MeetingSight.of(Scope.everywhere()))
                .hasElement()
                .flatMap(isTaken -> Mono.error(
                        isTaken
                                ? new Refused(
                                        new Refusal.IdTaken(resolution.id().toString()))
                                : Problems.single("topicId", ProblemCode.DUPLICATE)));
    }

    private static TopicStatus next(Resolution resolution) {
        return resolution.result() == ResolutionResult.DEFERRED ? TopicStatus.DEFERRED : TopicStatus.RESOLVED;
    }

    private static Resolution resolution(ResolutionId id, AdoptResolutionInput input, Topic topic, Instant now) {
        var isPassed = input.result() == ResolutionResult.PASSED;
        return new Resolution(
                id,
                topic.gridId(),
                topic.gridKey(),
                topic.councilId(),
                topic.id(),
                input.ballotId(),
                input.result(),
                input.text().strip(),
                isPassed ? ResolutionStatus.PUBLIC_NOTICE : ResolutionStatus.DECIDED,
                now,
                isPassed ? now.plus(PUBLIC_NOTICE) : null,
                null,
                null,
                null,
                null,
                1);
    }
}
