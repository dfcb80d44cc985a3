package org.wangge.meeting.resolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.issue.Categories;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.ballot.Ballot;
import org.wangge.meeting.ballot.Ballots;
import org.wangge.meeting.topic.Topic;
import org.wangge.meeting.topic.TopicStatus;
import org.wangge.meeting.topic.Topics;
import org.wangge.refusal.MeetingRefusal;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import org.wangge.refusal.SocietyRefusal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What a resolution refers to: its topic, the ballot that carried it, and where its tasks are.
@Component
class AdoptionReferences {
    private final Topics topics;
    private final Ballots ballots;
    private final Grids grids;
    private final Categories categories;
    private final Resolutions resolutions;

    AdoptionReferences(Topics topics, Ballots ballots, Grids grids, Categories categories, Resolutions resolutions) {
        this.topics = topics;
        this.ballots = ballots;
        this.grids = grids;
        this.categories = categories;
        this.resolutions = resolutions;
    }

    /// The topic, locked, when all is as it has to be.
    ///
    /// @throws Refused INPUT_REJECTED with everything that is wrong, STALE_VERSION, NOT_IN_THIS_STATE,
    ///     THRESHOLD_NOT_MET
    Mono<Topic> topic(AdoptResolutionInput input, MeetingSight own) {
        return topics.lock(List.of(input.topicId().value()), own)
                .next()
                .singleOptional()
                .zipWhen(topic -> ballot(input, own))
                .zipWhen(found -> unknown(input, found.getT1()))
                .map(found -> {
                    var topic = found.getT1().getT1();
                    check(input, topic, found.getT1().getT2(), found.getT2());
                    return topic.orElseThrow();
                })
                .delayUntil(topic -> requireUnused(input));
    }

    /// What is to be done, where.
    List<ResolutionTask> tasks(ResolutionId id, AdoptResolutionInput input, Topic topic) {
        var tasks = new ArrayList<ResolutionTask>();
        for (var task : input.tasks()) {
            tasks.add(new ResolutionTask(
                    new ResolutionTaskId(UUID.randomUUID()),
                    id,
                    tasks.size() + 1,
                    task.title().strip(),
                    task.description().strip(),
                    task.category(),
                    Objects.requireNonNullElse(task.gridId(), topic.gridId()),
                    task.form(),
                    null,
                    null));
        }
        return tasks;
    }

    private Mono<Optional<Ballot>> ballot(AdoptResolutionInput input, MeetingSight own) {
        return input.ballotId() == null
                ? Mono.just(Optional.empty())
                : ballots.find(input.ballotId(), own)
                        .filter(ballot -> ballot.topicId().equals(input.topicId()))
                        .singleOptional();
    }

    /// What was overturned or put off is voted on again.
    private Mono<Boolean> requireUnused(AdoptResolutionInput input) {
        return input.ballotId() == null
                ? Mono.empty()
                : resolutions
                        .restOn(input.topicId(), input.ballotId())
                        .doOnNext(isUsed -> new Problems()
                                .check(!isUsed, "ballotId", ProblemCode.ENDED)
                                .refuseIfAny());
    }

    /// Which of the tasks name a category that there is not, or a grid elsewhere.
    private Mono<Problems> unknown(AdoptResolutionInput input, Optional<Topic> topic) {
        return Flux.fromIterable(input.tasks())
                .concatMap(task -> categories.find(task.category()).hasElement().zipWith(isWithin(task, topic)))
                .reduceWith(
                        input::problems,
                        (problems, task) -> problems.check(task.getT1(), "tasks.category", ProblemCode.UNKNOWN)
                                .check(task.getT2(), "tasks.gridId", ProblemCode.UNKNOWN));
    }

    private Mono<Boolean> isWithin(TaskInput task, Optional<Topic> topic) {
        if (task.gridId() == null || topic.isEmpty()) {
            return Mono.just(true);
        }
        var area = Scope.of(topic.get().gridKey());
        return grids.find(task.gridId(), area).hasElement();
    }

    private static void check(
            AdoptResolutionInput input, Optional<Topic> topic, Optional<Ballot> ballot, Problems problems) {
        problems.check(topic.isPresent(), "topicId", ProblemCode.UNKNOWN)
                .check(input.ballotId() == null || ballot.isPresent(), "ballotId", ProblemCode.UNKNOWN)
                .check(
                        ballot.isPresent() || topic.isEmpty() || !needsBallot(input, topic.get()),
                        "ballotId",
                        ProblemCode.REQUIRED)
                .refuseIfAny();
        var known = topic.orElseThrow();
        if (known.version() != input.expectedVersion()) {
            throw new Refused(new Refusal.StaleVersion(input.expectedVersion(), known.version()));
        }
        requireState(known, ballot.orElse(null));
        ballot.ifPresent(one -> requireCount(input, known, one));
    }

    /// A council votes on what passes; where people meet without one they may agree without a vote.
    private static boolean needsBallot(AdoptResolutionInput input, Topic topic) {
        return input.result() == ResolutionResult.PASSED && topic.councilId() != null;
    }

    /// What was voted on online need not have been on an agenda.
    private static void requireState(Topic topic, @Nullable Ballot ballot) {
        if (ballot != null && ballot.meetingId() == null) {
            topic.require(TopicStatus.DISCUSSED, TopicStatus.SCHEDULED, TopicStatus.ACCEPTED);
        } else {
            topic.require(TopicStatus.DISCUSSED);
        }
    }

    /// @throws Refused when the count says something else
    private static void requireCount(AdoptResolutionInput input, Topic topic, Ballot ballot) {
        if (ballot.isOpen()) {
            throw new Refused(new SocietyRefusal.NotInThisState("ballot", "OPEN", List.of("CLOSED")));
        }
        var carried = ballot.carriedNo();
        var isFor = carried != null && (!topic.isYesOrNo() || carried == 1);
        if (input.result() == ResolutionResult.PASSED && !isFor) {
            throw new Refused(new MeetingRefusal.ThresholdNotMet(
                    ballot.mostVotes(topic.isYesOrNo()), Objects.requireNonNull(ballot.neededCount())));
        }
        new Problems()
                .check(
                        input.result() != ResolutionResult.REJECTED || !isFor,
                        "result",
                        ProblemCode.CONTRADICTS,
                        "ballot")
                .refuseIfAny();
    }
}
