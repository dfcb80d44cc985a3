package org.wangge.organisation.activity;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Presence;
import org.wangge.access.Viewer;
import org.wangge.feed.Event;
import org.wangge.feed.Feed;
import org.wangge.feed.Sight;
import org.wangge.feed.Told;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How many places of an activity are free, live.
@Controller
class ActivityFeedController {
    private final Feed feed;
    private final Activities activities;

    ActivityFeedController(Feed feed, Activities activities) {
        this.feed = feed;
        this.activities = activities;
    }

    @SubscriptionMapping
    Flux<Object> activityPlaces(
            @Argument ActivityId activityId,
            @Argument @Nullable String after,
            @ContextValue Viewer viewer,
            @ContextValue Presence presence) {
        viewer.signedIn();
        return activities
                .find(activityId)
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.NOT_FOUND)))
                .flatMapMany(activity ->
                        feed.told(after, sight(activity, presence), (event, cursor) -> told(event, cursor, activityId)))
                .mapNotNull(Told::news);
    }

    /// Whoever is still signed in.
    private static Sight sight(Activity activity, Presence presence) {
        return () -> presence.viewer().map(Viewer::signedIn).map(viewer -> Scope.of(activity.gridKey()));
    }

    private Mono<ActivityEvent> told(Event event, String cursor, ActivityId id) {
        return event.type().startsWith(ActivityDesk.TOLD) && event.subject().equals(id.value())
                ? activities.find(id).map(activity -> new ActivityEvent(activity, event.at(), cursor))
                : Mono.empty();
    }
}
