package org.wangge.project;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.grid.Grid;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.topic.Topic;
import org.wangge.meeting.topic.TopicStatus;
import org.wangge.meeting.topic.Topics;
import org.wangge.refusal.ProblemCode;
import reactor.core.publisher.Mono;

/// What a wish refers to: the issues and topics that it came from.
@Component
class ProjectReferences {
    private final Issues issues;
    private final Topics topics;
    private final ProjectOrigins origins;

    ProjectReferences(Issues issues, Topics topics, ProjectOrigins origins) {
        this.issues = issues;
        this.topics = topics;
        this.origins = origins;
    }

    /// Each has to lie in the grid, and the viewer has to see it; what nobody took on leads to nothing.
    ///
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED with everything that is wrong
    Mono<Void> require(CollectProjectInput input, Grid grid, Viewer viewer) {
        return Mono.zip(issues(input, grid, viewer), topics(input, grid, viewer))
                .doOnNext(found -> input.problems()
                        .check(found.getT1() == input.issueIds().size(), "issueIds", ProblemCode.UNKNOWN)
                        .check(found.getT2().size() == input.topicIds().size(), "topicIds", ProblemCode.UNKNOWN)
                        .check(
                                found.getT2().stream().noneMatch(topic -> topic.status() == TopicStatus.DECLINED),
                                "topicIds",
                                ProblemCode.ENDED)
                        .refuseIfAny())
                .then();
    }

    /// How many want it.
    Mono<Integer> wanting(LivelihoodProject project) {
        return origins.wanting(project.uuid());
    }

    private Mono<Long> issues(CollectProjectInput input, Grid grid, Viewer viewer) {
        return issues.all(input.issues(), IssueSight.of(viewer))
                .filter(issue -> grid.key().holds(issue.gridKey()))
                .count();
    }

    private Mono<List<Topic>> topics(CollectProjectInput input, Grid grid, Viewer viewer) {
        return topics.all(input.topics(), MeetingSight.of(viewer))
                .filter(topic -> grid.key().holds(topic.gridKey()))
                .collectList();
    }
}
