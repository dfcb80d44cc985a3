package org.wangge.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTests {
    private static final GridKey STREET = new GridKey("1.");
    private static final GridKey WEST = new GridKey("1.1.");
    private static final GridKey EAST = new GridKey("1.2.");

    @Test
    void dropsSubtreesThatLieInsideOthers() {
        assertThat(new Scope(List.of(WEST.child("7"), WEST, EAST, WEST)).subtrees())
                .containsExactly(WEST, EAST);
    }

    @Test
    void narrowsToAGridInsideIt() {
        assertThat(Scope.of(STREET).within(WEST)).isEqualTo(Scope.of(WEST));
        assertThat(Scope.everywhere().within(WEST)).isEqualTo(Scope.of(WEST));
    }

    @Test
    void keepsWhatLiesInALargerGrid() {
        assertThat(new Scope(List.of(WEST, EAST)).within(STREET)).isEqualTo(new Scope(List.of(WEST, EAST)));
        assertThat(Scope.of(WEST).within(EAST).subtrees()).isEmpty();
    }

    @Test
    void limitsNothingWhenItIsTheWholeTree() {
        assertThat(Scope.everywhere().limit("g.grid_key").sql()).isEmpty();
    }

    @Test
    void holdsNothingWhenItIsEmpty() {
        var nowhere = new Scope(List.of());

        assertThat(nowhere.holds(STREET)).isFalse();
        assertThat(nowhere.limit("g.grid_key").sql()).contains("false");
    }
}
