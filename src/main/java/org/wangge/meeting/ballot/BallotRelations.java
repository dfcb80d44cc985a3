package org.wangge.meeting.ballot;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.session.Meeting;
import org.wangge.meeting.session.Meetings;
import org.wangge.meeting.topic.Topic;
import org.wangge.meeting.topic.Topics;
import reactor.core.publisher.Mono;

/// What was voted on, and where: both ways.
@Controller
class BallotRelations {
    private final Ballots ballots;
    private final Topics topics;
    private final Meetings meetings;

    BallotRelations(Ballots ballots, Topics topics, Meetings meetings) {
        this.ballots = ballots;
        this.topics = topics;
        this.meetings = meetings;
    }

    @BatchMapping
    Mono<Map<Ballot, Topic>> topic(List<Ballot> ballots, @ContextValue Viewer viewer) {
        var ids = ballots.stream().map(one -> one.topicId().value()).toList();
        return Batch.one(ballots, Ballot::topicId, topics.all(ids, MeetingSight.of(viewer)), Topic::id);
    }

    @BatchMapping
    Mono<Map<Ballot, Meeting>> meeting(List<Ballot> ballots, @ContextValue Viewer viewer) {
        var ids = List.of(Batch.ids(ballots, Ballot::meetingUuid));
        return Batch.one(ballots, Ballot::meetingId, meetings.all(ids, MeetingSight.of(viewer)), Meeting::id);
    }

    @BatchMapping(typeName = "Topic", field = "ballots")
    Mono<Map<Topic, List<Ballot>>> ofTopics(List<Topic> topics, @ContextValue Viewer viewer) {
        var ids = topics.stream().map(one -> one.id().value()).toList();
        return Batch.many(topics, Topic::id, ballots.ofTopics(ids, MeetingSight.of(viewer)), Ballot::topicId);
    }

    @BatchMapping(typeName = "Meeting", field = "ballots")
    Mono<Map<Meeting, List<Ballot>>> ofMeetings(List<Meeting> meetings, @ContextValue Viewer viewer) {
        var ids = meetings.stream().map(one -> one.id().value()).toList();
        return Batch.many(
                meetings,
                Meeting::id,
                ballots.ofMeetings(ids, MeetingSight.of(viewer)),
                ballot -> Objects.requireNonNull(ballot.meetingId()));
    }
}
