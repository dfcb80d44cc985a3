package org.wangge.meeting.session;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.grid.Grid;
import org.wangge.grid.GridKey;
import org.wangge.grid.GridLevel;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.meeting.Council;
import org.wangge.meeting.CouncilId;
import org.wangge.meeting.CouncilRules;
import org.wangge.meeting.Councils;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.topic.Topic;
import org.wangge.meeting.topic.TopicId;
import org.wangge.meeting.topic.Topics;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Mono;

/// What a meeting refers to: its grid, its council and its topics.
@Component
class PlanReferences {
    private static final MeetingSight ALL = MeetingSight.of(Scope.everywhere());

    private final Grids grids;
    private final Councils councils;
    private final Topics topics;

    PlanReferences(Grids grids, Councils councils, Topics topics) {
        this.grids = grids;
        this.councils = councils;
        this.topics = topics;
    }

    /// The grid of a new meeting, when all is as it has to be.
    ///
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED with everything that is wrong
    Mono<Grid> of(PlanMeetingInput input, Viewer viewer, Problems problems) {
        var own = viewer.require(Right.CONVENE).scope(Right.CONVENE);
        return grids.find(input.gridId(), own)
                .singleOptional()
                .zipWhen(grid -> council(input.councilId()).singleOptional())
                .zipWhen(found -> topics(input.plan().topicIds()))
                .map(found -> {
                    var grid = found.getT1().getT1();
                    problems.check(grid.isPresent(), "gridId", ProblemCode.UNKNOWN);
                    grid.ifPresent(one -> check(input, one, found.getT1().getT2(), found.getT2(), problems));
                    problems.refuseIfAny();
                    return grid.orElseThrow();
                });
    }

    /// The rules of a meeting: those of its council, or the usual ones.
    Mono<CouncilRules> rules(Meeting meeting) {
        return council(meeting.councilId()).map(Council::rules).defaultIfEmpty(CouncilRules.USUAL);
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED when topics are of other grids or councils
    Mono<Void> requireTopics(Meeting meeting, Plan plan, Problems problems) {
        return topics(plan.topicIds())
                .doOnNext(found -> {
                    checkTopics(plan, found, meeting.gridKey(), meeting.councilId(), problems);
                    problems.refuseIfAny();
                })
                .then();
    }

    private Mono<Council> council(@Nullable CouncilId id) {
        return id == null ? Mono.empty() : councils.find(id, ALL);
    }

    private Mono<List<Topic>> topics(List<TopicId> ids) {
        return topics.all(ids.stream().map(TopicId::value).toList(), ALL).collectList();
    }

    private static void check(
            PlanMeetingInput input, Grid grid, Optional<Council> council, List<Topic> topics, Problems problems) {
        problems.check(grid.level() != GridLevel.DISTRICT, "gridId", ProblemCode.WRONG_LEVEL, grid.level());
        if (input.councilId() == null) {
            problems.check(input.type() != MeetingType.JOINT_COUNCIL, "councilId", ProblemCode.REQUIRED);
        } else {
            var known = council.filter(one -> one.gridId().equals(grid.id()));
            problems.check(known.isPresent(), "councilId", ProblemCode.UNKNOWN);
            known.ifPresent(one -> problems.check(one.isActive(), "councilId", ProblemCode.ENDED));
        }
        checkTopics(input.plan(), topics, grid.key(), input.councilId(), problems);
    }

    /// Whether each is there, and is for those who meet.
    private static void checkTopics(
            Plan plan, List<Topic> topics, GridKey at, @Nullable CouncilId council, Problems problems) {
        var fitting = topics.stream()
                .filter(topic -> at.holds(topic.gridKey()))
                .filter(topic -> topic.councilId() == null
                        ? council == null
                        : topic.councilId().equals(council))
                .count();
        problems.check(fitting == plan.topicIds().size(), "plan.topicIds", ProblemCode.UNKNOWN);
    }
}
