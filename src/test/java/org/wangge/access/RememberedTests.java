package org.wangge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wangge.grid.GridKey;
import org.wangge.refusal.Fault;

/// A viewer is the same until a grant begins or ends, and not a moment longer.
class RememberedTests {
    private static final Grant FIRST = new Grant(Role.GRID_MEMBER, new GridKey("1."), at(0), at(10));
    private static final Grant SECOND = new Grant(Role.INTAKE, new GridKey("1."), at(5), null);

    private final Remembered remembered = new Remembered(new Standing(
            UUID.randomUUID(), UUID.randomUUID(), null, null, false, at(20), false, false, List.of(FIRST, SECOND)));

    @Test
    void isTheSameUntilAGrantBeginsOrEnds() {
        var first = remembered.viewer(at(1));

        assertThat(first.grants()).containsExactly(FIRST);
        assertThat(remembered.viewer(at(4))).isSameAs(first);
        assertThat(remembered.viewer(at(5)).grants()).containsExactly(FIRST, SECOND);
        assertThat(remembered.viewer(at(9)).grants()).containsExactly(FIRST, SECOND);
        assertThat(remembered.viewer(at(10)).grants()).containsExactly(SECOND);
        assertThat(remembered.viewer(at(1)).grants()).containsExactly(FIRST);
    }

    @Test
    void endsWithTheSession() {
        assertThat(remembered.viewer(at(19)).grants()).containsExactly(SECOND);
        assertThatThrownBy(() -> remembered.viewer(at(20))).isInstanceOf(Fault.class);
    }

    private static Instant at(int second) {
        return Instant.parse("2026-03-02T01:00:00Z").plusSeconds(second);
    }
}
