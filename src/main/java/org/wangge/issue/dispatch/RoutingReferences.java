package org.wangge.issue.dispatch;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import reactor.core.publisher.Mono;

/// What a rule refers to: its grid, its category, and whom it names.
@Component
class RoutingReferences {
    private final Grids grids;
    private final CategoryLines categories;
    private final Hands hands;

    RoutingReferences(Grids grids, CategoryLines categories, Hands hands) {
        this.grids = grids;
        this.categories = categories;
        this.hands = hands;
    }

    /// The grid of the rule, when all is as it has to be.
    ///
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED with everything that is wrong
    Mono<Grid> of(SetDispatchRuleInput input, Scope own, LocalDate on) {
        return Mono.zip(
                        grids.find(input.gridId(), own).singleOptional(),
                        categories.lineage(input.category()).hasElement())
                .flatMap(found -> isTargetKnown(input.target(), found.getT1(), on)
                        .map(isTargetKnown -> checked(input, found.getT1(), found.getT2(), isTargetKnown)));
    }

    private Mono<Boolean> isTargetKnown(DispatchTarget target, Optional<Grid> grid, LocalDate on) {
        return target.role() != null || grid.isEmpty()
                ? Mono.just(true)
                : hands.find(target.hand(), grid.get().key(), on).hasElement();
    }

    private static Grid checked(
            SetDispatchRuleInput input, Optional<Grid> grid, boolean isCategoryKnown, boolean isTargetKnown) {
        input.problems(grid.isPresent(), isCategoryKnown, isTargetKnown).refuseIfAny();
        return grid.orElseThrow();
    }
}
