package org.wangge.access;

import org.springframework.stereotype.Component;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.GridLevel;
import org.wangge.grid.Grids;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Mono;

/// The grids where somebody may do something.
@Component
public class OwnGrids {
    private final Grids grids;

    OwnGrids(Grids grids) {
        this.grids = grids;
    }

    /// A grid of a subdistrict or below, where the viewer holds the right.
    ///
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, `gridId` UNKNOWN or WRONG_LEVEL
    /// @throws org.wangge.refusal.Fault NOT_PERMITTED when they hold it nowhere
    public Mono<Grid> of(GridId id, Right right, Viewer viewer) {
        return grids.find(id, viewer.require(right).scope(right))
                .switchIfEmpty(Mono.error(() -> Problems.single("gridId", ProblemCode.UNKNOWN)))
                .doOnNext(OwnGrids::requireStream);
    }

    /// What happens is told in the stream of a subdistrict: above there is none.
    private static void requireStream(Grid grid) {
        new Problems()
                .check(grid.level() != GridLevel.DISTRICT, "gridId", ProblemCode.WRONG_LEVEL, grid.level())
                .refuseIfAny();
    }
}
