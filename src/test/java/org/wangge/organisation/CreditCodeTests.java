package org.wangge.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditCodeTests {
    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y43, true",
        "91110000802100433B, true",
        "91350100M000100Y44, false",
        "91350100M000100Y4, false",
        "91350100M000100Y433, false",
        "91350100m000100Y43, false",
        "9135O100M000100Y43, false",
        "'', false"
    })
    void theLastCharacterChecksTheOthers(String code, boolean isRight) {
        assertThat(CreditCode.isRight(code)).isEqualTo(isRight);
    }
}
