package org.wangge.personnel.admission;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wangge.grid.Grid;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.personnel.Departments;
import org.wangge.personnel.MatterCategories;
import org.wangge.refusal.ProblemCode;
import reactor.core.publisher.Mono;

/// What an item of the duty list refers to: its grid, its department, categories of issues.
@Component
class AdmissionReferences {
    private final Grids grids;
    private final Departments departments;
    private final MatterCategories categories;

    AdmissionReferences(Grids grids, Departments departments, MatterCategories categories) {
        this.grids = grids;
        this.departments = departments;
        this.categories = categories;
    }

    /// The grid of the item, when it and all else is as it has to be.
    ///
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED with everything that is wrong
    Mono<Grid> of(AdmitDutyItemInput input, Scope own) {
        var known = categories.known(input.issueCategories()).collect(Collectors.toSet());
        return Mono.zip(grids.find(input.gridId(), own).singleOptional(), known, isOwnerKnown(input, own))
                .map(found -> checked(input, found.getT1(), found.getT2(), found.getT3()));
    }

    private Mono<Boolean> isOwnerKnown(AdmitDutyItemInput input, Scope own) {
        return input.ownerDepartmentId() == null
                ? Mono.just(true)
                : departments.find(input.ownerDepartmentId(), own).hasElement();
    }

    private static Grid checked(
            AdmitDutyItemInput input, Optional<Grid> grid, Set<String> known, boolean isOwnerKnown) {
        grid.map(found -> input.problemsAt(found.level()))
                .orElseGet(() -> input.problems().check(false, "gridId", ProblemCode.UNKNOWN))
                .check(known.containsAll(input.issueCategories()), "issueCategories", ProblemCode.UNKNOWN)
                .check(isOwnerKnown, "ownerDepartmentId", ProblemCode.UNKNOWN)
                .refuseIfAny();
        return grid.orElseThrow();
    }
}
