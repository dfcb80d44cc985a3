package org.wangge.meeting.topic;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.meeting.MeetingSight;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What people do with topics, in the graph.
@Controller
class TopicCommands {
    private final TopicService service;
    private final ReferralService referrals;
    private final Topics topics;

    TopicCommands(TopicService service, ReferralService referrals, Topics topics) {
        this.service = service;
        this.referrals = referrals;
        this.topics = topics;
    }

    @MutationMapping
    Mono<TopicPayload> proposeTopic(@Argument ProposeTopicInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.propose(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<TopicPayload> referIssue(@Argument ReferIssueInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> referrals.refer(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<TopicPayload> supportTopic(@Argument SupportTopicInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.support(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<TopicPayload> acceptTopic(@Argument AcceptTopicInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.accept(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<TopicPayload> declineTopic(@Argument DeclineTopicInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.decline(input, viewer)), viewer);
    }

    private Mono<TopicPayload> payload(Mono<Outcome> outcome, Viewer viewer) {
        return outcome.flatMap(done -> topics.find(new TopicId(done.subject()), MeetingSight.of(viewer))
                        .map(topic -> new TopicPayload(topic, null, done.replayed(), done.cursor()))
                        .defaultIfEmpty(new TopicPayload(null, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(TopicPayload.refused(refused.refusal())));
    }
}
