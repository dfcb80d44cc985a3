package org.wangge.organisation.agency;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.wangge.access.OwnGrids;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.grid.Grid;
import org.wangge.organisation.activity.Activities;
import org.wangge.organisation.activity.Activity;
import org.wangge.organisation.activity.ActivityId;
import org.wangge.organisation.activity.ActivityStatus;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Mono;

/// What a contract refers to: its grid, its agency, activities held under it.
@Component
class ContractReferences {
    private final OwnGrids grids;
    private final Agencies agencies;
    private final Activities activities;
    private final Clock clock;

    ContractReferences(OwnGrids grids, Agencies agencies, Activities activities, Clock clock) {
        this.grids = grids;
        this.agencies = agencies;
        this.activities = activities;
        this.clock = clock;
    }

    /// The grid of a contract, when all of it is as it has to be.
    ///
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    Mono<Grid> grid(SignContractInput input, Viewer viewer) {
        return grids.of(input.gridId(), Right.PROCURE, viewer)
                .zipWith(agencies.find(input.agencyId()).hasElement())
                .map(found -> {
                    input.problems()
                            .check(found.getT2(), "agencyId", ProblemCode.UNKNOWN)
                            .refuseIfAny();
                    return found.getT1();
                });
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, `activityId` UNKNOWN or CONTRADICTS
    Mono<Activity> requireHeld(ActivityId id, ServiceContract contract) {
        return activities
                .find(id)
                .filter(activity -> contract.gridKey().holds(activity.gridKey()))
                .switchIfEmpty(Mono.error(() -> Problems.single("activityId", ProblemCode.UNKNOWN)))
                .doOnNext(activity -> new Problems()
                        .check(isInTime(activity, contract), "activityId", ProblemCode.CONTRADICTS, "fromOn, toOn")
                        .check(
                                activity.status() != ActivityStatus.CANCELLED,
                                "activityId",
                                ProblemCode.CONTRADICTS,
                                activity.status())
                        .refuseIfAny());
    }

    private boolean isInTime(Activity activity, ServiceContract contract) {
        var day = LocalDate.ofInstant(activity.startsAt(), clock.getZone());
        return !day.isBefore(contract.fromOn()) && day.isBefore(contract.toOn());
    }
}
