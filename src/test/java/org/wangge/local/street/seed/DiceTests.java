package org.wangge.local.street.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTests {
    @Test
    void throwTheSameForTheSameNameAndNumber() {
        assertThat(Dice.named("street", 7).next())
                .isEqualTo(Dice.named("street", 7).next());
        assertThat(Dice.named("street", 7).next())
                .isNotEqualTo(Dice.named("street", 8).next());
        assertThat(Dice.named("street", 7).next())
                .isNotEqualTo(Dice.named("lane", 7).next());
    }

    @Test
    void makeIdsInTheShapeOfVersionSeven() {
        var at = Instant.parse("2026-08-01T00:00:00Z");

        var id = Dice.named("id", 1).id(at);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(at.toEpochMilli());
    }

    @Test
    void stayWithinTheirBounds() {
        var dice = Dice.named("bounds", 1);

        assertThat(IntStream.range(0, 10_000).map(i -> dice.between(3, 5)))
                .contains(3, 4, 5)
                .allMatch(face -> face >= 3 && face <= 5);
    }
}
