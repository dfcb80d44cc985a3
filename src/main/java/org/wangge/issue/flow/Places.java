package org.wangge.issue.flow;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.GridLevel;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.issue.Issue;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Mono;

/// Finds the grids that an issue, or a part of it, may be moved to.
@Component
class Places {
    private final Grids grids;

    Places(Grids grids) {
        this.grids = grids;
    }

    /// Within the same subdistrict: its events stand in the same stream. Empty when none is named.
    ///
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED at the path when there is no such grid there
    Mono<Grid> near(@Nullable GridId wanted, Issue issue, String path) {
        return wanted == null
                ? Mono.empty()
                : grids.find(wanted, Scope.everywhere())
                        .filter(grid -> grid.level() != GridLevel.DISTRICT)
                        .filter(grid -> !grid.key().ancestors().isEmpty()
                                && issue.gridKey().ancestors().stream()
                                        .anyMatch(grid.key().ancestors()::contains))
                        .switchIfEmpty(Mono.error(() -> Problems.single(path, ProblemCode.UNKNOWN)));
    }
}
