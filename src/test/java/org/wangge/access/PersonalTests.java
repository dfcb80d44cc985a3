package org.wangge.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalTests {
    @ParameterizedTest
    @CsvSource({"张伟, 张*", "张小宝, 张*", "欧阳静, 欧*", "阿依古丽·买买提, 阿*", "𠮷田, 𠮷*", "John Smith, J*", "王, *", "𠮷, *", "'', *"})
    void showsTheFirstCharacterOfANameOnly(String name, String shown) {
        assertThat(Personal.name(name).display()).isEqualTo(shown);
    }

    @Test
    void isMaskedInLogs() {
        var name = Personal.name("张小宝");

        assertThat("resident " + name).isEqualTo("resident 张*").doesNotContain("小");
        assertThat(name.value()).isNull();
        assertThat(name.visibility()).isEqualTo(Visibility.MASKED);
    }
}
