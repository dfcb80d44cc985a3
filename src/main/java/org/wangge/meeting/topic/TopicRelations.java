package org.wangge.meeting.topic;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import org.wangge.meeting.MeetingSight;
import org.wangge.personnel.Member;
import org.wangge.personnel.Members;
import org.wangge.resident.LedgerSight;
import org.wangge.resident.Resident;
import org.wangge.resident.Residents;
import reactor.core.publisher.Mono;

/// Where topics came from, and what came of issues: both ways, each as far as somebody sees the other.
@Controller
class TopicRelations {
    private final Topics topics;
    private final Proposals proposals;
    private final Issues issues;
    private final Members members;
    private final Residents residents;

    TopicRelations(Topics topics, Proposals proposals, Issues issues, Members members, Residents residents) {
        this.topics = topics;
        this.proposals = proposals;
        this.issues = issues;
        this.members = members;
        this.residents = residents;
    }

    @BatchMapping
    Mono<Map<Topic, Member>> member(List<Topic> topics, @ContextValue Viewer viewer) {
        var found = members.all(List.of(Batch.ids(topics, Topic::memberUuid)), viewer.scope(Right.PERSONNEL));
        return Batch.one(topics, Topic::memberId, found, Member::id);
    }

    @BatchMapping
    Mono<Map<Topic, Resident>> resident(List<Topic> topics, @ContextValue Viewer viewer) {
        var found = residents.all(List.of(Batch.ids(topics, Topic::residentUuid)), LedgerSight.of(viewer));
        return Batch.one(topics, Topic::residentId, found, Resident::id);
    }

    @BatchMapping(field = "issues")
    Mono<Map<Topic, List<Issue>>> issuesOf(List<Topic> topics, @ContextValue Viewer viewer) {
        var ids = topics.stream().map(one -> one.id().value()).toList();
        return proposals
                .issues(ids)
                .collectList()
                .flatMap(links -> issues.all(
                                links.stream().map(Map.Entry::getValue).toList(), IssueSight.of(viewer))
                        .collectMap(Issue::uuid)
                        .map(seen -> Batch.values(
                                topics,
                                topic -> links.stream()
                                        .filter(link ->
                                                link.getKey().equals(topic.id().value()))
                                        .map(link -> seen.get(link.getValue()))
                                        .filter(Objects::nonNull)
                                        .toList())));
    }

    @BatchMapping(typeName = "Issue", field = "topics")
    Mono<Map<Issue, List<Topic>>> ofIssues(List<Issue> issues, @ContextValue Viewer viewer) {
        var ids = issues.stream().map(Issue::uuid).toList();
        return Batch.grouped(ids, topics.ofIssues(ids, MeetingSight.of(viewer)))
                .map(found -> Batch.joined(issues, Issue::uuid, found));
    }
}
