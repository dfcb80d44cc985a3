package org.wangge.issue.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikenessTests {
    /// A hundred different characters.
    private static final String TEMPLATE = IntStream.range(0, 100)
            .mapToObj(i -> Character.toString(0x4E00 + i))
            .reduce("", String::concat);

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "4, true", "5, true", "6, false", "20, false"})
    void takesATextForTheOtherFromNinetyFivePercentOn(int changed, boolean isNothingElse) {
        assertThat(new Likeness(changedEvenly(changed)).isNothingBut(TEMPLATE)).isEqualTo(isNothingElse);
    }

    @Test
    void letsATextPassThatSaysSomethingOfItsOwn() {
        var longTemplate = TEMPLATE.repeat(4);

        assertThat(new Likeness(longTemplate + "换了三盏路灯").isNothingBut(longTemplate))
                .isTrue();
        assertThat(new Likeness(longTemplate + "三月四日下午换了三盏路灯").isNothingBut(longTemplate))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"已到现场查看，并进行了修复！", " 已到现场查看 并进行了修复", "已到现场查看,并进行了修复。。。"})
    void looksAtLettersOnly(String text) {
        assertThat(new Likeness(text).isNothingBut("已到现场查看，并进行了修复。")).isTrue();
    }

    @Test
    void findsNothingInAnEmptyTemplate() {
        assertThat(new Likeness("").isNothingBut("……")).isFalse();
    }

    @Test
    void isQuickWithTheLongestTexts() {
        var text = changedEvenly(5).repeat(40);

        assertThat(new Likeness(text).isNothingBut(TEMPLATE.repeat(40))).isTrue();
        assertThat(new Likeness(changedEvenly(6).repeat(40)).isNothingBut(TEMPLATE.repeat(40)))
                .isFalse();
    }

    private static String changedEvenly(int changed) {
        var text = TEMPLATE.codePoints().toArray();
        for (int i = 0; i < changed; i++) {
            text[i * text.length / changed] = 'x';
        }
        return new String(text, 0, text.length);
    }
}
