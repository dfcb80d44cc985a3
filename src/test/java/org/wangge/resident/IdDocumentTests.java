package org.wangge.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdDocumentTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "440524188001010014",
                "11010519491231002x",
                "１１０１０５１９４９１２３１００２Ｘ",
                "110105 19491231 002X"
            })
    void takesACardHoweverItIsTyped(String number) {
        assertThat(card(number).isValid(TODAY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021",
                "440524188001010015",
                "11010519491231002",
                "11010519491231002XX",
                "X1010519491231002X",
                "011010519491231002",
                "",
                "张"
            })
    void refusesWhatIsNoCard(String number) {
        assertThat(card(number).isValid(TODAY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "99999920230229001, false",
        "99999920240229001, true",
        "99999920260302001, true",
        "99999920260303001, false"
    })
    void knowsWhichDaysThereWere(String seventeen, boolean valid) {
        assertThat(card(IdDocument.completed(seventeen)).isValid(TODAY)).isEqualTo(valid);
    }

    @Test
    void noticesEveryChangedDigit() {
        var number = "11010519491231002X";
        for (var i = 0; i < 17; i++) {
            var other = Character.forDigit((number.charAt(i) - '0' + 1) % 10, 10);
            assertThat(card(number.substring(0, i) + other + number.substring(i + 1))
                            .isValid(TODAY))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1949-12-31, FEMALE, true",
        "1949-12-31, UNKNOWN, true",
        "1949-12-31, NOT_STATED, true",
        "1949-12-31, MALE, false",
        "1949-12-30, FEMALE, false"
    })
    void isOfSomebodyOfThatBirthDateAndSex(LocalDate birthOn, Sex sex, boolean agrees) {
        assertThat(card("11010519491231002X").agreesWith(birthOn, sex)).isEqualTo(agrees);
    }

    @ParameterizedTest
    @CsvSource({
        "PASSPORT, E12345678, true",
        "PASSPORT, E-1, false",
        "HK_MO_TW_PERMIT, H1234567800, true",
        "HK_MO_TW_PERMIT, 01234567, true",
        "HK_MO_TW_PERMIT, H12345, false",
        "OTHER, AB1234, true",
        "OTHER, 证1234, false"
    })
    void knowsTheShapeOfOtherDocuments(IdDocumentType type, String number, boolean valid) {
        assertThat(new IdDocument(type, number).isValid(TODAY)).isEqualTo(valid);
    }

    @Test
    void isMaskedInLogs() {
        assertThat(card("11010519491231002X")).hasToString("RESIDENT_ID 110***********002X");
    }

    private static IdDocument card(String number) {
        return new IdDocument(IdDocumentType.RESIDENT_ID, number);
    }
}
