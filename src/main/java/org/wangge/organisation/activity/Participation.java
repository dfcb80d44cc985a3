package org.wangge.organisation.activity;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wangge.feed.NewEvent;
import reactor.core.publisher.Mono;

/// Who takes part in an activity that is held.
@Component
class Participation {
    private final Enrolments enrolments;
    private final Activities activities;
    private final Settlement settlement;
    private final PlaceNews news;

    Participation(Enrolments enrolments, Activities activities, Settlement settlement, PlaceNews news) {
        this.enrolments = enrolments;
        this.activities = activities;
        this.settlement = settlement;
        this.news = news;
    }

    /// Those who came and did not check out.
    Mono<List<ActivityEnrolment>> open(Activity activity) {
        return enrolments.of(activity, EnrolmentStatus.PRESENT).collectList();
    }

    /// Gives free places to those who wait longest, counts anew, and tells them; the events that say so.
    Mono<List<NewEvent>> moveUp(Activity activity, int places, Instant now) {
        return enrolments
                .moveUp(activity, Math.max(0, places))
                .collectList()
                .delayUntil(moved -> activities.count(activity))
                .flatMap(moved -> news.ofPlaces(activity, moved, now));
    }

    Mono<Void> settle(Activity activity) {
        return enrolments
                .of(activity, EnrolmentStatus.LEFT)
                .collectList()
                .flatMap(attended -> settlement.settle(activity, attended));
    }
}
