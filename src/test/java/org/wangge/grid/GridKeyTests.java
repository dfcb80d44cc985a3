package org.wangge.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GridKeyTests {
    @Test
    void aSubtreeIsTheRangeFromTheKeyToItsEnd() {
        var key = new GridKey("1.a2.");

        assertThat(key.end()).isEqualTo("1.a2/");
        assertThat(List.of("1.a2.", "1.a2.0.", "1.a2.zz.9.")).allMatch(inside -> isInRange(inside, key));
        assertThat(List.of("1.a1.", "1.a20.", "1.a3.", "1.", "1.a2-")).noneMatch(outside -> isInRange(outside, key));
    }

    @Test
    void theWholeTreeIsARangeToo() {
        assertThat(List.of("0.", "z.", "1.a2.zz.")).allMatch(key -> isInRange(key, GridKey.WHOLE));
    }

    @Test
    void knowsWhatItHolds() {
        assertThat(new GridKey("1.a.").holds(new GridKey("1.a.b."))).isTrue();
        assertThat(new GridKey("1.a.").holds(new GridKey("1.a."))).isTrue();
        assertThat(new GridKey("1.a.").holds(new GridKey("1.ab."))).isFalse();
    }

    @Test
    void knowsItsAncestorsFromTheRootDown() {
        assertThat(new GridKey("1.a.b.").ancestors()).containsExactly(new GridKey("1."), new GridKey("1.a."));
        assertThat(new GridKey("1.").ancestors()).isEmpty();
    }

    @Test
    void endsWithADot() {
        assertThatThrownBy(() -> new GridKey("1.a")).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean isInRange(String key, GridKey subtree) {
        return key.compareTo(subtree.path()) >= 0 && key.compareTo(subtree.end()) < 0;
    }
}
