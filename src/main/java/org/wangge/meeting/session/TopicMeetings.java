package org.wangge.meeting.session;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.topic.Topic;
import reactor.core.publisher.Mono;

/// Where a topic stood on the agenda, as far as somebody sees the meetings.
@Controller
class TopicMeetings {
    private final Agenda agenda;
    private final Meetings meetings;

    TopicMeetings(Agenda agenda, Meetings meetings) {
        this.agenda = agenda;
        this.meetings = meetings;
    }

    @BatchMapping(typeName = "Topic", field = "meetings")
    Mono<Map<Topic, List<Meeting>>> ofTopics(List<Topic> topics, @ContextValue Viewer viewer) {
        var ids = topics.stream().map(one -> one.id().value()).toList();
        return agenda.meetings(ids)
                .collectList()
                .flatMap(links -> meetings.all(
                                links.stream().map(Map.Entry::getValue).toList(), MeetingSight.of(viewer))
                        .collectMap(meeting -> meeting.id().value())
                        .map(seen -> Batch.values(
                                topics,
                                topic -> links.stream()
                                        .filter(link ->
                                                link.getKey().equals(topic.id().value()))
                                        .map(link -> seen.get(link.getValue()))
                                        .filter(Objects::nonNull)
                                        .toList())));
    }
}
