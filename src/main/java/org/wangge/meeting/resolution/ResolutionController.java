package org.wangge.meeting.resolution;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.GridId;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.ballot.Ballot;
import org.wangge.meeting.ballot.Ballots;
import org.wangge.meeting.topic.Topic;
import org.wangge.meeting.topic.Topics;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Resolutions in the graph, and what they are on: both ways.
@Controller
class ResolutionController {
    private final Resolutions resolutions;
    private final Topics topics;
    private final Ballots ballots;
    private final Grids grids;

    ResolutionController(Resolutions resolutions, Topics topics, Ballots ballots, Grids grids) {
        this.resolutions = resolutions;
        this.topics = topics;
        this.ballots = ballots;
        this.grids = grids;
    }

    @QueryMapping
    Mono<Resolution> resolution(@Argument ResolutionId id, @ContextValue Viewer viewer) {
        return resolutions
                .find(id, MeetingSight.of(viewer.signedIn()))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)));
    }

    @QueryMapping
    Mono<Connection<Resolution>> resolutions(
            @Argument @Nullable GridId within,
            @Argument @Nullable List<ResolutionStatus> status,
            PageRequest page,
            @ContextValue Viewer viewer) {
        var sight = MeetingSight.of(viewer.signedIn());
        return grids.within(within, Scope.everywhere()).flatMap(area -> resolutions.page(area, status, sight, page));
    }

    @BatchMapping
    Mono<Map<Resolution, Topic>> topic(List<Resolution> resolutions, @ContextValue Viewer viewer) {
        var ids = resolutions.stream().map(one -> one.topicId().value()).toList();
        return Batch.one(resolutions, Resolution::topicId, topics.all(ids, MeetingSight.of(viewer)), Topic::id);
    }

    @BatchMapping
    Mono<Map<Resolution, Ballot>> ballot(List<Resolution> resolutions, @ContextValue Viewer viewer) {
        var ids = List.of(Batch.ids(resolutions, Resolution::ballotUuid));
        return Batch.one(resolutions, Resolution::ballotId, ballots.all(ids, MeetingSight.of(viewer)), Ballot::id);
    }

    @BatchMapping(typeName = "Topic", field = "resolutions")
    Mono<Map<Topic, List<Resolution>>> ofTopics(List<Topic> topics, @ContextValue Viewer viewer) {
        var ids = topics.stream().map(one -> one.id().value()).toList();
        return Batch.many(topics, Topic::id, resolutions.ofTopics(ids, MeetingSight.of(viewer)), Resolution::topicId);
    }
}
