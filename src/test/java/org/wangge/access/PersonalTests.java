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

    @ParameterizedTest
    @CsvSource({
        "13812345678, 138****5678",
        "+86 138 1234 5678, 138****5678",
        "１３８１２３４５６７８, 138****5678",
        "10012345678, 100****5678",
        "028-87654321, 028****4321",
        "0755-87654321, 075****4321",
        "+44 20 7946 0958, 442****0958",
        "87654321, ****4321",
        "12345, ****5",
        "'', ****"
    })
    void showsTheStartAndTheEndOfAPhone(String phone, String shown) {
        assertThat(Personal.phone(phone).display()).isEqualTo(shown);
        assertThat(Personal.phone(phone).policy()).isEqualTo("phone");
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, 110***********002X",
        "E12345678, E12**5678",
        "E1234567, *******7",
        "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷, 𠮷𠮷𠮷***𠮷𠮷𠮷𠮷",
        "12, *2",
        "1, *",
        "'', *"
    })
    void showsTheStartAndTheEndOfAnIdDocument(String number, String shown) {
        assertThat(Personal.idDocument(number).display()).isEqualTo(shown);
    }

    @Test
    void isMadeOfTheMaskThatIsKept() {
        assertThat(Personal.masked("张*", "name")).isEqualTo(Personal.name("张小宝"));
    }

    @Test
    void isMaskedInLogs() {
        var name = Personal.name("张小宝");

        assertThat("resident " + name).isEqualTo("resident 张*").doesNotContain("小");
        assertThat(name.value()).isNull();
        assertThat(name.visibility()).isEqualTo(Visibility.MASKED);
    }
}
