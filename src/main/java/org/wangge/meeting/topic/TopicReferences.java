package org.wangge.meeting.topic;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import org.wangge.meeting.CouncilId;
import org.wangge.meeting.Councils;
import org.wangge.meeting.MeetingSight;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What a topic refers to: its grid, the issues it came from, who supports it, and its council.
@Component
class TopicReferences {
    /// So many proposals of one resident may wait at a time.
    static final int MOST_WAITING = 5;

    private final Grids grids;
    private final Issues issues;
    private final Councils councils;
    private final Proposals proposals;

    TopicReferences(Grids grids, Issues issues, Councils councils, Proposals proposals) {
        this.grids = grids;
        this.issues = issues;
        this.councils = councils;
        this.proposals = proposals;
    }

    /// The grid of a topic, when all is as it has to be: staff bring up topics where they serve, residents
    /// for a grid of their home.
    ///
    /// @throws Refused INPUT_REJECTED with everything that is wrong, LIMIT_REACHED
    Mono<Grid> grid(ProposeTopicInput input, Viewer viewer) {
        var isStaff = viewer.memberId() != null
                || !viewer.scope(Right.MEETINGS).subtrees().isEmpty();
        return grids.find(input.gridId(), Scope.everywhere())
                .filterWhen(grid -> mayPropose(grid, viewer))
                .singleOptional()
                .zipWith(areSeen(input, viewer))
                .map(found -> {
                    input.problems()
                            .check(found.getT1().isPresent(), "gridId", ProblemCode.UNKNOWN)
                            .check(found.getT2(), "issueIds", ProblemCode.UNKNOWN)
                            .check(
                                    isStaff || input.source() == TopicSource.RESIDENT,
                                    "source",
                                    ProblemCode.NOT_ALLOWED,
                                    TopicSource.RESIDENT)
                            .refuseIfAny();
                    return found.getT1().orElseThrow();
                })
                .delayUntil(grid -> isStaff ? Mono.empty() : requireFew(viewer));
    }

    Mono<Boolean> proposed(TopicId id, ProposeTopicInput input, Grid grid, Viewer viewer, Instant now) {
        return proposals.insert(id, input, grid, null, viewer, now);
    }

    /// @throws Refused INPUT_REJECTED for whoever lives elsewhere, or supports it already
    Mono<Boolean> support(Topic topic, @Nullable UUID resident, Instant now) {
        if (resident == null) {
            return Mono.error(Problems.single("topicId", ProblemCode.NOT_ALLOWED, "RESIDENT"));
        }
        return grids.get(topic.gridId(), Scope.everywhere())
                .filterWhen(grid -> proposals.isHome(grid, resident))
                .switchIfEmpty(Mono.error(() -> Problems.single("topicId", ProblemCode.NOT_ALLOWED, "RESIDENT")))
                .flatMap(grid -> proposals.support(topic, resident, now))
                .filter(isNew -> isNew)
                .switchIfEmpty(Mono.error(() -> Problems.single("topicId", ProblemCode.DUPLICATE)));
    }

    /// A council of the topic's grid or of one above it, that is not dissolved; nobody is named for who
    /// meets without a council.
    ///
    /// @throws Refused INPUT_REJECTED
    Mono<Void> requireCouncil(@Nullable CouncilId id, Topic topic) {
        return id == null
                ? Mono.empty()
                : councils.find(id, MeetingSight.of(Scope.everywhere()))
                        .filter(council -> council.gridKey().holds(topic.gridKey()))
                        .switchIfEmpty(Mono.error(() -> Problems.single("councilId", ProblemCode.UNKNOWN)))
                        .filter(council -> council.isActive())
                        .switchIfEmpty(Mono.error(() -> Problems.single("councilId", ProblemCode.ENDED)))
                        .then();
    }

    private Mono<Boolean> mayPropose(Grid grid, Viewer viewer) {
        if (viewer.may(Right.MEETINGS, grid.key())) {
            return Mono.just(true);
        }
        return viewer.residentId() == null ? Mono.just(false) : proposals.isHome(grid, viewer.residentId());
    }

    private Mono<Boolean> areSeen(ProposeTopicInput input, Viewer viewer) {
        var ids = input.issues().stream().map(issue -> issue.value()).toList();
        return ids.isEmpty()
                ? Mono.just(true)
                : issues.all(ids, IssueSight.of(viewer)).count().map(seen -> seen == ids.size());
    }

    private Mono<Integer> requireFew(Viewer viewer) {
        return proposals.waiting(viewer.actor()).doOnNext(waiting -> {
            if (waiting >= MOST_WAITING) {
                throw new Refused(new FlowRefusal.LimitReached(MOST_WAITING));
            }
        });
    }
}
