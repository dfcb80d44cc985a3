package org.wangge.meeting.topic;

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
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.meeting.Council;
import org.wangge.meeting.Councils;
import org.wangge.meeting.MeetingSight;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Topics in the graph, where they are and who deliberates on them.
@Controller
class TopicController {
    private final Topics topics;
    private final Proposals proposals;
    private final Councils councils;
    private final Grids grids;

    TopicController(Topics topics, Proposals proposals, Councils councils, Grids grids) {
        this.topics = topics;
        this.proposals = proposals;
        this.councils = councils;
        this.grids = grids;
    }

    @QueryMapping
    Mono<Topic> topic(@Argument TopicId id, @ContextValue Viewer viewer) {
        return topics.find(id, MeetingSight.of(viewer.signedIn()))
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)));
    }

    @QueryMapping
    Mono<Connection<Topic>> topics(
            @Argument @Nullable TopicFilter filter,
            @Argument @Nullable TopicOrder orderBy,
            PageRequest page,
            @ContextValue Viewer viewer) {
        var wanted = filter == null ? TopicFilter.NONE : filter;
        var order = orderBy == null ? TopicOrder.NEWEST : orderBy;
        var sight = MeetingSight.of(viewer.signedIn());
        return grids.within(wanted.within(), Scope.everywhere())
                .flatMap(area -> topics.page(wanted, area, sight, order, page));
    }

    @BatchMapping
    Mono<Map<Topic, Grid>> grid(List<Topic> topics) {
        var ids = topics.stream().map(one -> one.gridId().value()).toList();
        return Batch.one(topics, Topic::gridId, grids.all(ids, Scope.everywhere()), Grid::id);
    }

    @BatchMapping
    Mono<Map<Topic, Council>> council(List<Topic> topics, @ContextValue Viewer viewer) {
        var ids = List.of(Batch.ids(topics, Topic::councilUuid));
        return Batch.one(topics, Topic::councilId, councils.all(ids, MeetingSight.of(viewer)), Council::id);
    }

    @BatchMapping
    Mono<Map<Topic, List<TopicStep>>> steps(List<Topic> topics) {
        var ids = topics.stream().map(one -> one.id().value()).toList();
        return Batch.many(topics, Topic::id, proposals.steps(ids), TopicStep::topicId);
    }

    @BatchMapping
    Mono<Map<Topic, Boolean>> isSupported(List<Topic> topics, @ContextValue Viewer viewer) {
        var ids = topics.stream().map(one -> one.id().value()).toList();
        return proposals
                .supported(ids, viewer.residentId())
                .map(supported -> Batch.values(
                        topics, topic -> supported.contains(topic.id().value())));
    }
}
