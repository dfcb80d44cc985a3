package org.wangge.organisation.activity;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Who takes part in an activity that is held.
@Component
class Participation {
    private final Enrolments enrolments;
    private final Activities activities;
    private final Settlement settlement;

    Participation(Enrolments enrolments, Activities activities, Settlement settlement) {
        this.enrolments = enrolments;
        this.activities = activities;
        this.settlement = settlement;
    }

    /// Those who came and did not check out.
    Mono<List<ActivityEnrolment>> open(Activity activity) {
        return enrolments.of(activity, EnrolmentStatus.PRESENT).collectList();
    }

    /// Gives free places to those who wait longest, and counts anew.
    Mono<Long> moveUp(Activity activity, int places) {
        return enrolments.moveUp(activity, Math.max(0, places)).then(Mono.defer(() -> activities.count(activity)));
    }

    Mono<Void> settle(Activity activity) {
        return enrolments
                .of(activity, EnrolmentStatus.LEFT)
                .collectList()
                .flatMap(attended -> settlement.settle(activity, attended));
    }
}
