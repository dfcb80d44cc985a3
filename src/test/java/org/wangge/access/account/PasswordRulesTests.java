package org.wangge.access.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.refusal.Problem;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;

/// Which passwords are taken.
class PasswordRulesTests {
    @ParameterizedTest
    @CsvSource({
        "short, TOO_SHORT",
        "九个汉字不够长的密, TOO_SHORT",
        "1234567890, TOO_COMMON",
        "Password2026!, TOO_COMMON",
        "ｑwertyuiop, TOO_COMMON",
        "aaaaaaaaaabbb, TOO_COMMON",
        "my-wang-password, CONTAINS_NAME",
        "MY-WANG-password, CONTAINS_NAME"
    })
    void refuses(String password, ProblemCode code) {
        assertThatThrownBy(() -> PasswordRules.problems("p", password, "wang").refuseIfAny())
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(problems(refused))
                                .extracting(Problem::code)
                                .containsExactly(code));
    }

    @Test
    void refusesWhatIsTooLong() {
        PasswordRules.problems("p", "𠮷a1-".repeat(32), "wang").refuseIfAny();

        assertThatThrownBy(() -> PasswordRules.problems("p", "𠮷a1-".repeat(32) + "x", "wang")
                        .refuseIfAny())
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"correct horse", "十个汉字也是够长的密码", "tq8#vN2kLw"})
    void takesTheRest(String password) {
        PasswordRules.problems("p", password, "wang").refuseIfAny();
    }

    private static List<Problem> problems(Refused refused) {
        return ((Refusal.InputRejected) refused.refusal()).problems();
    }
}
