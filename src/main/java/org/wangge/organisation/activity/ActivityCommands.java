package org.wangge.organisation.activity;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What people do with activities, in the graph.
@Controller
class ActivityCommands {
    private final ActivityService service;
    private final Activities activities;

    ActivityCommands(ActivityService service, Activities activities) {
        this.service = service;
        this.activities = activities;
    }

    @MutationMapping
    Mono<ActivityPayload> holdActivity(@Argument HoldActivityInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.hold(input, viewer)));
    }

    @MutationMapping
    Mono<ActivityPayload> setActivityCapacity(@Argument SetActivityCapacityInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.resize(input, viewer)));
    }

    @MutationMapping
    Mono<ActivityPayload> beginActivity(@Argument ActivityInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.begin(input, viewer)));
    }

    @MutationMapping
    Mono<ActivityPayload> endActivity(@Argument ActivityInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.end(input, viewer)));
    }

    @MutationMapping
    Mono<ActivityPayload> settleActivity(@Argument ActivityInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.settle(input, viewer)));
    }

    @MutationMapping
    Mono<ActivityPayload> cancelActivity(@Argument CancelActivityInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.cancel(input, viewer)));
    }

    private Mono<ActivityPayload> payload(Mono<Outcome> outcome) {
        return outcome.flatMap(done -> activities
                        .find(new ActivityId(done.subject()))
                        .map(found -> new ActivityPayload(found, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(ActivityPayload.refused(refused.refusal())));
    }
}
