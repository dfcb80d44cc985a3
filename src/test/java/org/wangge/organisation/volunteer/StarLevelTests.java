package org.wangge.organisation.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarLevelTests {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "5999, 0",
        "6000, 1",
        "17999, 1",
        "18000, 2",
        "35999, 2",
        "36000, 3",
        "59999, 3",
        "60000, 4",
        "89999, 4",
        "90000, 5",
        "1000000, 5"
    })
    void comesWithTheLastMinuteOfItsHours(int minutes, int stars) {
        assertThat(StarLevel.of(minutes)).isEqualTo(stars);
        assertThat(StarLevel.minutes(stars)).isLessThanOrEqualTo(minutes);
    }
}
