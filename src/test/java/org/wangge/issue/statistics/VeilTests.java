package org.wangge.issue.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VeilTests {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, false",
        "0, 10, 0, 10, false",
        "4, 10,, 10, true",
        "7, 10,, 10, true",
        "5, 10, 5, 10, false",
        "0, 4,,, true",
        "10, 10, 10, 10, false",
        "12, 40, 10, 40, false",
        "33, 38, 35, 40, false"
    })
    void aRateIsToldWhenNeitherThoseInNorThoseOutAreFew(
            int part, int whole, @Nullable Integer numerator, @Nullable Integer denominator, boolean isSuppressed) {
        var rate = Veil.COARSE.rate(new Ratio(part, whole));

        assertThat(rate.numerator()).isEqualTo(numerator);
        assertThat(rate.denominator()).isEqualTo(denominator);
        assertThat(rate.isSuppressed()).isEqualTo(isSuppressed);
        assertThat(rate.share() == null).isEqualTo(isSuppressed || whole == 0);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1,", "4,", "5, 5", "7, 5", "8, 10", "12, 10", "13, 15", "9000, 9000"})
    void othersAreToldNumbersInFives(long amount, @Nullable Integer told) {
        assertThat(Veil.COARSE.count(amount)).isEqualTo(told);
        assertThat(Veil.NONE.count(amount)).isEqualTo(Math.toIntExact(amount));
    }
}
