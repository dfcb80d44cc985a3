package org.wangge.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.page.PageRequest;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Town;
import org.wangge.town.TownGrid;

@ApiTest
class GridScopeTests {
    private static final Scope WILLOW = Scope.of(new GridKey(Town.WILLOW.key()));
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Grids grids;

    @Autowired
    GridTree tree;

    @Test
    void findsNothingOutsideOfTheScope() {
        for (var outside : List.of(Town.BRIDGE, Town.TOWER_YARD, Town.STREET)) {
            assertThat(Awaited.the(
                            grids.find(new GridId(outside.uuid()), WILLOW).hasElement()))
                    .isFalse();
            assertThat(Awaited.the(
                            grids.find(new GridCode(outside.code()), WILLOW).hasElement()))
                    .isFalse();
            assertThat(Awaited.the(grids.all(List.of(outside.uuid()), WILLOW).collectList()))
                    .isEmpty();
            assertThat(Awaited.the(grids.allAt(List.of(new GridKey(outside.key())), WILLOW)
                            .collectList()))
                    .isEmpty();
        }
        assertThat(Awaited.the(grids.find(new GridId(Town.EAST_YARD.uuid()), WILLOW))
                        .name())
                .isEqualTo("东院");
    }

    @Test
    void listsCountsAndLocatesInTheScopeOnly() {
        var page = Awaited.the(
                grids.page(GridFilter.NONE, WILLOW, TODAY, GridOrder.BY_CODE, PageRequest.of(100, null, null, null)));
        var below = new GridTree.Below(new GridKey(Town.STREET.key()), GridLevel.COURTYARD);
        var street = new GridCounts(new GridKey(Town.STREET.key()));

        assertThat(page.nodes()).hasSize(9).allMatch(grid -> grid.key().path().startsWith(Town.WILLOW.key()));
        assertThat(Awaited.the(tree.below(List.of(below), WILLOW, TODAY)).get(below))
                .hasSize(3);
        assertThat(Awaited.the(tree.countsByLevel(List.of(street), WILLOW, TODAY))
                        .get(street))
                .contains(new GridLevelCount(GridLevel.COURTYARD, 3));
        assertThat(located(Town.BRIDGE_YARD)).isFalse();
        assertThat(located(Town.RIVER_YARD)).isTrue();
    }

    private boolean located(TownGrid grid) {
        var point = new Point(grid.west() + 0.003, grid.south() + 0.003, CoordinateSystem.CGCS2000);
        return Awaited.the(grids.at(point, WILLOW, TODAY).hasElement());
    }
}
